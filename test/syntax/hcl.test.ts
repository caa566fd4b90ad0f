import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { parse } from '@cdktf/hcl2json';
import { parseHcl } from '../../core/syntax/hcl-body.ts';
import { hclStretches } from '../../core/syntax/hcl-stretches.ts';
import { corpusFolder } from '../formats/manifest.ts';
import { asHcl2json } from './as-hcl2json.ts';

/** Our reading of a text, whole and in stretches, is HashiCorp's. */
async function check(text: string): Promise<void> {
  const expected: unknown = await parse('main.tf', text);
  const whole = parseHcl(text);
  assert.deepEqual(whole.problems, []);
  assert.deepEqual(asHcl2json(whole.body, text), expected);
  const stretches = hclStretches(text);
  assert.equal(stretches.map((stretch) => stretch.text).join(''), text);
  const parts = stretches.map((stretch) => asHcl2json(parseHcl(stretch.text).body, stretch.text));
  assert.deepEqual(parts.reduce(merged, {}), expected);
}

function merged(one: Record<string, unknown>, other: Record<string, unknown>): Record<string, unknown> {
  const all = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = all[key];
    if (Array.isArray(before) && Array.isArray(value))
      all[key] = [...(before as unknown[]), ...(value as unknown[])];
    else if (before) all[key] = merged(before as Record<string, unknown>, value as Record<string, unknown>);
    else all[key] = value;
  }
  return all;
}

const rows: Readonly<Record<string, string>> = {
  attributes: 'a = 1\nb = 1.5e3\nc = true\nd = null\ne = "x"\n',
  'an operator at each level': 'a = 1 + 2 * 3 - 4 / 5 % 6\nb = x == y && !z || 1 <= 2\n',
  'a sign before a literal': 'a = -1\nb = !true\n',
  conditionals: 'a = x == null ? "NONE" : y ? 1 : 2\n',
  lists: 'a = []\nb = [1, "x", var.y,]\nc = [\n  1, # one\n  2\n]\n',
  objects: 'a = {}\nb = { a = 1, "b" : var.x, (var.k) = 3, 200 = "x" }\nc = {\n  a = 1\n  b = 2,\n}\n',
  'objects with comments': 'a = {\n  // first\n  a = 1 // one\n  /* b = 2 */\n  c = 3\n}\n',
  traversals: 'a = aws_x.y.z\nb = aws_x.y[0].z\nc = aws_x.y["k"].z\nd = aws_x.y.0.z\n',
  splats: 'a = aws_x.y[*].z\nb = aws_x.y.*.z\n',
  calls:
    'a = f()\nb = f(1, g("x"), [2]...)\nc = join("/", [\n  "a",\n  x.id,\n])\nd = provider::aws::arn("x")\n',
  'for-expressions':
    'a = [for x in y : x.id if x != null]\nb = { for k, v in y : k => v... }\nc = {\n  for k in y :\n  k => 1\n}\n',
  parentheses: 'a = (1 + 2) * (\n  3\n)\n',
  'names with hyphens': 'a-b = c-d.e-f\n',
  'escapes in quotes': 'a = "\\\\$default"\nb = "\\"\\n\\t\\r\\\\"\nc = "\\u00e9\\U0001F600"\n',
  'doubled signs': 'a = "$${request.body.x}-%%{y}"\nb = "$request.body.action"\nc = "100%"\nd = "$$$${x}"\n',
  interpolation: 'a = "${x}-${f("q")}-${ y }"\nb = "${x}"\nc = "arn:${a.b}:${join("/", ["x"])}/*/*"\n',
  'quotes in quotes': 'a = "${f("a${g("b")}")}"\n',
  heredocs: 'a = <<EOT\nx\n  y "z" \\n\n\nEOT\nb = <<-EOT\n    x\n      y\n\n    $${z}\n  EOT\n',
  'heredocs with short lines':
    'a = <<-EOT\n    x\n  \n    y\nEOT\nb = <<-EOT\n\n\tx\n\t${y}\nEOT\nd = <<-EOT\n    x\n       \n \t\n    y\nEOT\nc = <<-EOT\n  ${y}\n    z\n  EOT\n',
  directives:
    'a = "%{ if x }y%{ else }z%{ endif }"\nc = "%{if x}y%{endif}"\nb = <<EOT\n%{ for k, v in x ~}\n  ${k}\n%{ endfor ~}\nEOT\n',
  'a heredoc with interpolation': 'a = <<EOT\n{"x": "${y.z}"}\n  ${a}\nEOT\n',
  'a heredoc in a call': 'a = f(<<EOT\nx\nEOT\n, 1)\n',
  'a heredoc in an object': 'a = {\n  b = <<EOF\n    $input.body\n    EOF\n}\n',
  'a heredoc that holds a header': 'locals {\n  a = <<EOT\nresource "a" "b" {\nEOT\n}\nresource "c" "d" {}\n',
  blocks: 'a "b" "c" {\n  x = 1\n  d { e = 2 }\n  d {\n    e = 3\n  }\n}\nf {}\ng h {\n}\n',
  'blocks on Windows':
    'locals {\r\n  a = "x"\r\n  b = [\r\n    1,\r\n  ]\r\n}\r\nlocals {\r\n  c = <<EOT\r\nx\r\nEOT\r\n}\r\n',
  comments: '# a\n// b\n/* c\nresource "x" "y" {\n*/\nlocals { # d\n  a = "#" // e\n}\n',
  'a comment that holds a heredoc': '# <<EOT\nlocals {\n  a = 1\n}\n',
  'no line break at the end': 'locals {\n  a = 1\n}',
};

describe('HCL, as HashiCorp reads it', () => {
  for (const [what, text] of Object.entries(rows)) it(what, () => check(text));

  for (const file of globSync('files/**/*.tf', { cwd: corpusFolder })) {
    it(file, () => check(readFileSync(corpusFolder + file, 'utf8')));
  }
});
