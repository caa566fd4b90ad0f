import assert from 'node:assert/strict';
import { placedText } from '../../core/formats/cloudformation/resolve.ts';
import { readTemplate } from '../../core/formats/cloudformation/read-template.ts';
import { sourceOffset, valueOffset, type Text } from '../../core/text.ts';

/** The value of `Key` and, character by character, the source that stands for it. */
function check(source: string, value: string, pieces: string, path = 'template.yaml'): void {
  const template = readTemplate(path, source);
  const text = placedText(template.sections.get('Key'), template);
  assert.ok(text, 'no text was read');
  assert.equal(text.value, value);
  const found = Array.from({ length: text.value.length }, (_, index) =>
    source.slice(sourceOffset(text, index), sourceOffset(text, index + 1)),
  );
  assert.equal(found.join('·'), pieces);
  assertRoundTrip(text);
}

function assertRoundTrip(text: Text): void {
  for (let index = 0; index <= text.value.length; index++) {
    const source = sourceOffset(text, index);
    assert.ok(source >= text.span.start && source <= text.span.end, `offset ${index} is outside the span`);
    const back = valueOffset(text, source) ?? -1;
    assert.equal(sourceOffset(text, back), source);
  }
}

describe('Places of the characters of a text', () => {
  const rows: readonly (readonly [what: string, source: string, value: string, pieces: string])[] = [
    ['plain', 'Key: $request', '$request', '$·r·e·q·u·e·s·t'],
    ['plain over two lines', 'Key: ab\n  cd\nB: 1', 'ab cd', 'a·b·\n  ·c·d'],
    ['plain with a blank line', 'Key: ab\n\n  cd', 'ab\ncd', 'a·b\n·\n  ·c·d'],
    ['plain before a comment', 'Key: ab # c', 'ab', 'a·b'],
    ['single quoted', "Key: 'it''s'", "it's", "i·t·''·s"],
    ['single quoted over two lines', "Key: 'ab \n  cd'", 'ab cd', 'a·b· \n  ·c·d'],
    ['double quoted', 'Key: "a\\"b"', 'a"b', 'a·\\"·b'],
    ['double quoted with code points', 'Key: "\\x41\\u0042\\\\$"', 'AB\\$', '\\x41·\\u0042·\\\\·$'],
    ['double quoted joined lines', 'Key: "ab\\\n   cd"', 'abcd', 'a·b\\\n   ·c·d'],
    ['literal', 'Key: |\n  ab\n   c\nB: 1', 'ab\n c\n', 'a·b·\n  · ·c·\n'],
    ['literal, stripped', 'Key: |-\n  ab\n  c\n', 'ab\nc', 'a·b·\n  ·c'],
    ['folded', 'Key: >-\n  ab\n  cd\n\n  ef\n', 'ab cd\nef', 'a·b·\n  ·c·d·\n\n  ·e·f'],
    [
      'folded with deeper lines',
      'Key: >\n  ab\n    cd\n  ef\n',
      'ab\n  cd\nef\n',
      'a·b·\n  · · ·c·d·\n  ·e·f·\n',
    ],
    [
      'inside Sub',
      'Key: !Sub "${!a}-${AWS::Region}"',
      '${a}-${AWS::Region}',
      '$·{!·a·}·-·$·{·A·W·S·:·:·R·e·g·i·o·n·}',
    ],
    ['inside Sub in a block', 'Key:\n  Fn::Sub: |-\n    ${!a}\n    b', '${a}\nb', '$·{!·a·}·\n    ·b'],
    [
      'inside Sub with a default',
      'Parameters: {P: {Default: xy}}\nKey: !Sub $.${P}z',
      '$.xyz',
      '$·.··${P}·z',
    ],
    ['joined', 'Key: !Join [".", [a, b]]', 'a.b', '··!Join [".", [a, b]]'],
    ['nothing yet', 'Key:\nB: 1', '', ''],
  ];
  for (const [what, source, value, pieces] of rows) it(what, () => check(source, value, pieces));

  it('JSON', () => check('{"Key": "a\\u0042\\"c"}', 'aB"c', 'a·\\u0042·\\"·c', 'template.json'));
  it('JSON behind a byte order mark', () => check('\uFEFF{"Key": "ab"}', 'ab', 'a·b', 'template.json'));
  it('YAML behind a byte order mark', () => check('\uFEFFKey: "ab"', 'ab', 'a·b'));
  it('YAML with carriage returns', () => check('Key: |\r\n  ab\r\n  c\r\n', 'ab\nc\n', 'a·b·\r\n  ·c·\r\n'));
});

describe('The place of a value that is not written yet', () => {
  const rows: readonly (readonly [source: string, path?: string])[] = [
    ['Key:<|>'],
    ['Key: <|>'],
    ['Key: <|>\nB: 1'],
    ['Key: ""<|>'.replace('""<|>', '"<|>"')],
    ["Key: '<|>'\nB: 1"],
    ['Key: "<|>\nB: 1'],
    ['Key: !Sub <|>\nB: 1'],
    ['{"Key": <|>}', 'template.json'],
    ['{"Key": <|>\n"B": 1}', 'template.json'],
    ['{"Key": "<|>"}', 'template.json'],
  ];
  for (const [marked, path = 'template.yaml'] of rows) {
    it(JSON.stringify(marked), () => {
      const template = readTemplate(path, marked.replace('<|>', ''));
      const text = placedText(template.sections.get('Key'), template);
      assert.equal(text?.value, '');
      assert.deepEqual(text.span, { start: marked.indexOf('<|>'), end: marked.indexOf('<|>') });
    });
  }
});
