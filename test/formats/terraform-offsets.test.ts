import assert from 'node:assert/strict';
import { readDefinitions } from '../../core/formats/formats.ts';
import { encodeIn, sourceOffset, valueOffset, type Text } from '../../core/text.ts';

/** The expression, and the source that stands for each of its characters; `·` stands between them. */
function check(expression: string, value: string, pieces: string, others = ''): Text {
  const text = `resource "aws_apigatewayv2_api" "a" {\n  protocol_type = "WEBSOCKET"\n  route_selection_expression = ${expression}\n}\n${others}`;
  const found = readDefinitions('main.tf', text).apis[0]?.routeSelectionExpression;
  assert.ok(found, 'no text was read');
  assert.equal(found.value, value);
  const sources = Array.from({ length: value.length }, (_, index) =>
    text.slice(sourceOffset(found, index), sourceOffset(found, index + 1)),
  );
  assert.equal(sources.join('·'), pieces);
  for (let index = 0; index <= value.length; index++) {
    const source = sourceOffset(found, index);
    assert.ok(source >= found.span.start && source <= found.span.end, `offset ${index} is outside the span`);
    assert.equal(sourceOffset(found, valueOffset(found, source) ?? -1), source);
  }
  return found;
}

describe('Places of the characters of a text in Terraform', () => {
  const rows: readonly (readonly [
    what: string,
    source: string,
    value: string,
    pieces: string,
    others?: string,
  ])[] = [
    ['quoted', '"$request"', '$request', '$·r·e·q·u·e·s·t'],
    ['a doubled dollar', '"$${a}-b"', '${a}-b', '$$·{·a·}·-·b'],
    ['an escaped backslash', String.raw`"\\$a"`, String.raw`\$a`, String.raw`\\·$·a`],
    ['a code point', String.raw`"\u0041b"`, 'Ab', String.raw`\u0041·b`],
    ['a heredoc', '<<EOT\na b\nEOT', 'a b\n', 'a· ·b·\n'],
    ['a heredoc without its indent', '<<-EOT\n    a\n      b\n  EOT', 'a\n  b\n', 'a·\n    · · ·b·\n'],
    ['a doubled dollar in a heredoc', 'chomp(<<EOT\nx\nEOT\n)', 'x', 'chomp(<<EOT\nx\nEOT\n)'],
    ['what is put in', '"a${"b"}c"', 'abc', 'a${"·b"}·c'],
    ['a local', 'local.x', 'ab', 'a·b', 'locals {\n  x = "ab"\n}\n'],
    ['a local in a text', '"<${local.x}>"', '<ab>', '<··${local.x}·>', 'locals {\n  x = "ab"\n}\n'],
    ['a variable', 'var.x', 'ab', 'a·b', 'variable "x" {\n  default = "ab"\n}\n'],
    ['joined texts', 'join("", ["ab", "cd"])', 'abcd', 'a·b", "·c·d'],
    ['a branch', 'true ? "ab" : "c"', 'ab', 'a·b'],
    ['an item', '["x", "ab"][1]', 'ab', 'a·b'],
    ['a computed text', 'lower("AB")', 'ab', '·lower("AB")'],
  ];
  for (const [what, source, value, pieces, others] of rows) {
    it(what, () => {
      check(source, value, pieces, others);
    });
  }

  it('what is typed into a text is escaped as its place needs', () => {
    assert.equal(encodeIn(check('"a"', 'a', 'a'), '${x}"'), '$${x}\\"');
    assert.equal(encodeIn(check('<<E\na\nE', 'a\n', 'a·\n'), '${x}"'), '$${x}"');
  });
});
