import assert from 'node:assert/strict';
import { tokenizeJson } from '../../../client/webview/format/json-tokens.ts';
import { formatJson } from '../../../client/webview/format/json.ts';

describe('JSON with one member a line', () => {
  for (const [text, formatted] of [
    ['{"a":1,"b":[true,null]}', '{\n  "a": 1,\n  "b": [\n    true,\n    null\n  ]\n}'],
    [' {} ', '{}'],
    ['[[],{}]', '[\n  [],\n  {}\n]'],
    ['12345678901234567890', '12345678901234567890'],
    ['{"n":1.0,"s":"a\\"{[,:"}', '{\n  "n": 1.0,\n  "s": "a\\"{[,:"\n}'],
    ['{"a":join}', undefined],
    ['', undefined],
  ] as const)
    it(`${text} becomes ${formatted}`, () => assert.equal(formatJson(text), formatted));

  it('stays small for brackets alone', () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000);
    assert((formatJson(deep)?.length ?? Infinity) < deep.length * 100);
  });
});

describe('JSON in colours', () => {
  const text = '{\n  "a\\"b" : "c:d",\n  "n": [-1.5e3, true, null]\n}';

  it('knows names, strings, numbers and keywords', () => {
    assert.deepEqual(
      tokenizeJson(text).flatMap((token) => (token.kind ? [[token.kind, token.text]] : [])),
      [
        ['name', '"a\\"b"'],
        ['string', '"c:d"'],
        ['name', '"n"'],
        ['number', '-1.5e3'],
        ['keyword', 'true'],
        ['keyword', 'null'],
      ],
    );
  });

  it('loses nothing', () => {
    for (const any of [text, 'not json', '"open', '-', ''])
      assert.equal(
        tokenizeJson(any)
          .map((token) => token.text)
          .join(''),
        any,
      );
  });
});
