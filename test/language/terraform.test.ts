import assert from 'node:assert/strict';
import { complete } from '../../server/language/completion.ts';
import { definitionAt } from '../../server/language/definition.ts';
import { diagnose } from '../../server/language/diagnose.ts';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import { partAt } from '../../server/language/navigation/parts.ts';
import { rename } from '../../server/language/navigation/rename.ts';
import { knownFile } from './known.ts';
import { cursorIn, withCarets } from './marks.ts';
import { shown } from './navigation/places.ts';
import { api, parts, path } from './terraform-chat.ts';

const join = { 'join.json': '{"action":"join","data":{"room":"r1"}}' };

const keyed = (key: string) => `${api()}${parts.replace('"join"\n  target', `"${key}"\n  target`)}`;

/** Accepting the proposal of this label makes the marked text the expected one. */
function checkCompletion(marked: string, label: string, expected: string): void {
  const { text, offset } = cursorIn(marked);
  const completions = complete(knownFile(text, join, path), offset);
  const chosen = completions.find((completion) => completion.label === label);
  assert.ok(chosen, `${label} is not among ${completions.map((one) => one.label).join(', ')}`);
  const { span, newText } = chosen;
  assert.ok(span.start <= offset && span.end >= offset, 'an edit must touch the cursor');
  assert.equal(text.slice(0, span.start) + newText + text.slice(span.end), expected);
}

describe('completing in Terraform', () => {
  const rows: readonly (readonly [what: string, written: string, label: string, expected: string])[] = [
    ['a name of the message', '"$request.body.<|>"', 'action', '"$request.body.action"'],
    ['a deeper name', '"$request.body.data.<|>"', 'room', '"$request.body.data.room"'],
    ['in braces', '"$${request.body.<|>}"', 'action', '"$${request.body.action}"'],
    [
      'behind a text with escapes',
      '"\\\\$a$${request.body.<|>}"',
      'action',
      '"\\\\$a$${request.body.action}"',
    ],
    ['where a quote is still missing', '"$request.body.<|>', 'action', '"$request.body.action'],
    [
      'in a heredoc',
      '<<-EOT\n    $${request.body.<|>}\n  EOT',
      'action',
      '<<-EOT\n    $${request.body.action}\n  EOT',
    ],
    [
      'in what is joined',
      'join("", ["x-", "$request.body.<|>"])',
      'action',
      'join("", ["x-", "$request.body.action"])',
    ],
  ];
  for (const [what, written, label, expected] of rows) {
    it(what, () => checkCompletion(api(written) + parts, label, api(expected) + parts));
  }

  it('in a local', () =>
    checkCompletion(
      `${api('local.expression')}locals {\n  expression = "$request.body.<|>"\n}\n${parts}`,
      'action',
      `${api('local.expression')}locals {\n  expression = "$request.body.action"\n}\n${parts}`,
    ));

  it('a route key', () => {
    checkCompletion(keyed('<|>'), '$default', keyed('$default'));
  });
});

describe('hints in Terraform', () => {
  const rows: readonly (readonly [written: string, shown: string])[] = [
    ['"$request.body.action"', '"$request.body.action" → "join"  ✓ join'],
    ['"$${request.body.action}"', '"$${request.body.action}" → "join"  ✓ join'],
    [String.raw`"\\$default"`, String.raw`"\\$default" → "$default"  ✗ Forbidden`],
  ];
  for (const [written, expected] of rows) {
    it(written, () => {
      const text = api(written) + parts;
      const [hint] = inlayHints(knownFile(text, join, path), { start: 0, end: text.length });
      assert.ok(hint);
      const withHint = `${text.slice(0, hint.offset)} ${hint.label}${text.slice(hint.offset)}`;
      assert.ok(withHint.includes(`${expected}\n`), withHint);
    });
  }
});

/** The line of the expression, with what is found in it. */
function checkFindings(expression: string, ...carets: readonly string[]): void {
  const text = api(expression) + parts;
  const file = knownFile(text, {}, path);
  const found = diagnose(file.reading, file.samplesOf)
    .filter(({ code }) => !['missing-default-route', 'missing-lambda-permission'].includes(code))
    .map(({ span, code }) => ({ span, note: code }));
  const lines = withCarets(text, found).split('\n');
  assert.deepEqual(
    lines.filter((line) => /^ *\^+ /.test(line)),
    carets,
  );
}

describe('findings in Terraform', () => {
  it('a reference that is meant for API Gateway', () =>
    checkFindings(
      '"${request.body.action}"',
      '                                ^^^^^^^^^^^^^^^^^^^^^^ hcl-needs-escape',
    ));

  it('behind escapes', () =>
    checkFindings(
      '"\\\\$a$${request.body.}"',
      '                                                   ^ malformed-expression',
    ));

  it('an API that is not there', () => {
    const { reading } = knownFile(api() + parts.replace('_api.chat.id', '_api.chta.id'), {}, path);
    assert.deepEqual(
      reading.problems.map(({ message, span }) => [message, reading.text.slice(span.start, span.end)]),
      [['There is no aws_apigatewayv2_api "chta" in this folder.', 'aws_apigatewayv2_api.chta.id']],
    );
  });

  it('no route selection expression', () => {
    const text = api().replace(/ {2}route_selection_expression.*\n/, '') + parts;
    const file = knownFile(text, {}, path);
    const codes = diagnose(file.reading, file.samplesOf).map(({ code }) => code);
    assert.ok(codes.includes('terraform-default-expression'), codes.join());
  });
});

/** From the first occurrence of the text one gets to the line that begins like this. */
function checkWay(from: string, to: string): void {
  const { text, offset } = cursorIn(`${api()}${parts}`.replace(from, `<|>${from}`));
  const [place] = definitionAt(knownFile(text, join, path), offset);
  assert.ok(place && 'span' in place);
  assert.ok(text.slice(place.span.start).startsWith(to), text.slice(place.span.start));
}

describe('ways through Terraform', () => {
  it('from the expression to the route', () => checkWay('$request', 'join"\n  target'));
  it('from the target to the integration', () =>
    checkWay('integrations/', 'resource "aws_apigatewayv2_integration"'));
  it('from the URI to the function', () =>
    checkWay('aws_lambda_function.join.', 'resource "aws_lambda_function"'));

  it('to all mentions of a part, and not of others with its name', () => {
    const { text, offset } = cursorIn(
      `${api()}${parts}`.replace(
        '"aws_apigatewayv2_integration" "join"',
        '"aws_apigatewayv2_integration" "<|>join"',
      ),
    );
    const file = knownFile(text, join, path);
    const mentions = partAt(file, offset)?.mentions ?? [];
    assert.deepEqual(
      mentions.map((mention) => shown(file, mention)),
      [
        'main.tf:13: resource "aws_apigatewayv2_integration" "[join]" {',
        'main.tf:10: target    = "integrations/${aws_apigatewayv2_integration.[join].id}"',
      ],
    );
  });

  it('a route key is renamed with its escapes', async () => {
    const { text, offset } = cursorIn(`${api()}${parts}`.replace('"join"\n  target', '"<|>join"\n  target'));
    const edits = await rename(knownFile(text, {}, path), offset, 'say "hi"', () => undefined);
    assert.ok(typeof edits !== 'string');
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      [String.raw`say \"hi\"`],
    );
  });
});
