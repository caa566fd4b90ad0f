import assert from 'node:assert/strict';
import { hover } from '../../server/language/hover.ts';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import { knownFile, type Messages } from './known.ts';
import { cursorIn } from './marks.ts';
import { part, route, template } from './rules/template.ts';

const messages: Messages = {
  'join.json': `{"action":"join","list":[{"name":"Ada"},{"name":"Bob"}]}`,
  'leave.json': '{"action":"leave"}',
};

function withIntegration(properties: string): string {
  return template(
    route('Join', 'join', 'Target: !Sub integrations/${Backend}'),
    part('Backend', 'Integration', `IntegrationType: HTTP\n${properties}`),
    part('Stage', 'Stage', 'StageName: dev\nStageVariables: { table: t1 }'),
  );
}

/** The hover at the cursor covers this text and says these things. */
function check(properties: string, covered: string, says: readonly string[], samples = messages): void {
  const { text, offset } = cursorIn(withIntegration(properties));
  const found = hover(knownFile(text, samples), offset);
  assert.ok(found);
  assert.equal(text.slice(found.span.start, found.span.end), covered);
  for (const one of says) assert.ok(found.markdown.includes(one), `${one} is not in ${found.markdown}`);
}

const inTemplate = (written: string): string => `RequestTemplates:\n  $default: ${written}`;

describe('hover in mapping templates', () => {
  it('a method of $input with its value, and the output', () =>
    check(inTemplate(`'{"a":$input.js<|>on(''$.action'')}'`), "$input.json(''$.action'')", [
      '**$input.json**',
      'Its value here: `"\\"join\\""`',
      '{"a":"join"}',
      String.raw`join\.json`,
    ]));

  it('a variable of $context', () =>
    check(inTemplate("'$context.message<|>Id'"), '$context.messageId', ['The id of the message', 'MESSAGE']));

  it('the first value of a loop', () =>
    check(inTemplate("x#foreach($i in $input.path('$.list'))$i.na<|>me,#end"), '$i.name', [
      'Its value here: `"Ada"`',
      'Ada,Bob,',
    ]));

  it('a directive', () =>
    check(inTemplate("'#i<|>f($input.body)x#end'"), '#if($input.body)x#end', ['**#if**', 'only `false`']));

  it('a template that fails', () =>
    check(
      inTemplate("'$input.path(''$.action'').sub<|>string(9)'"),
      "$input.path(''$.action'').substring(9)",
      ['fails', 'out of bounds'],
    ));

  it('a template without sample', () =>
    check(
      inTemplate("'$in<|>put.body'"),
      '$input',
      ['The message and the parameters of the handshake.'],
      {},
    ));
});

function mapped(written: string): string {
  return `RequestParameters:\n  integration.request.header.a: ${written}`;
}

describe('hover in parameter mappings', () => {
  it('a part of the message', () =>
    check(mapped('route.request.body.act<|>ion'), 'route.request.body.action', [
      'The message that the client sent',
      String.raw`For join\.json it is ${'`join`'}`,
    ]));

  it('a stage variable', () =>
    check(mapped('stageVariables.tab<|>le'), 'stageVariables.table', ['Its value is `t1`']));

  it('a variable of $context', () =>
    check(mapped('context.connec<|>tionId'), 'context.connectionId', ['The id of the connection']));

  it('a constant', () => check(mapped('"\'st<|>atic\'"'), "'static'", ['A constant']));

  it('a target', () =>
    check(
      'RequestParameters:\n  integration.requ<|>est.header.a: context.connectionId',
      'integration.request.header.a',
      ['A header of the request to the integration.'],
    ));
});

describe('which template or model is selected', () => {
  const properties = `TemplateSelectionExpression: $request.body.action
RequestTemplates: { join: x, $default: y }`;

  it('in the hover', () =>
    check(properties.replace('action', 'act<|>ion'), '.action', [
      '| sample | value | template |',
      '"join" | ✓ join',
    ]));

  it('as a hint', () => {
    const text = withIntegration(properties);
    const hints = inlayHints(knownFile(text, messages), { start: 0, end: text.length });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['→ "join"  ✓ join', '→ "join"  ✓ join'],
    );
  });
});
