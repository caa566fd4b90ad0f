import assert from 'node:assert/strict';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import { chatApi, knownFile, type Messages } from './known.ts';

const talk = '{ FunctionArn: !GetAtt Talk.Arn }';

/** The expression's line as the editor shows it, with its hint. */
function check(written: string, messages: Messages, shown: string, routes = ['join', '$default']): void {
  const text = chatApi(`
  RouteSelectionExpression: ${written}
  Routes:
${routes.map((key) => `    ${key}: ${talk}`).join('\n')}`);
  const [hint] = inlayHints(knownFile(text, messages), { start: 0, end: text.length });
  assert.ok(hint);
  const withHint = `${text.slice(0, hint.offset)} ${hint.label}${text.slice(hint.offset)}`;
  assert.ok(withHint.includes(`${shown}\n`), withHint);
}

describe('inlay hints', () => {
  const join = { 'join.json': '{"action":"join"}' };
  const nope = { 'nope.json': '{"action":"nope"}' };

  it('a route that is selected', () =>
    check('$request.body.action', join, '$request.body.action → "join"  ✓ join'));

  it('a message for $default', () =>
    check("'$request.body.action'", nope, `'$request.body.action' → "nope"  ✗ $default`));

  it('a message that nothing takes', () =>
    check('"$request.body.action"', nope, '"$request.body.action" → "nope"  ✗ Forbidden', ['join']));

  it('a message that is not JSON', () =>
    check('$request.body.action', { 'a.txt': 'hello' }, '→ not evaluated  ✗ $default'));

  it('a long value is cut where VS Code would cut the route', () =>
    check(
      '$request.body',
      { 'a.json': '{"action":"join","room":"lobby","name":"Ada"}' },
      '→ "{action=join, room=lobby, …"  ✗ $default',
    ));

  it('a block scalar', () =>
    check('>-\n      $request.body.action', join, '      $request.body.action → "join"  ✓ join'));

  it('no sample', () => check('$request.body.action', {}, '$request.body.action → no sample yet'));

  it('a half-typed expression', () =>
    check('$request.body.', join, '$request.body. → not evaluated  ✗ $default'));

  it('nothing outside the visible part', () => {
    const text = chatApi(`
  RouteSelectionExpression: $request.body.action`);
    assert.deepEqual(inlayHints(knownFile(text), { start: 0, end: 20 }), []);
  });

  it('the tooltip shows all samples', () => {
    const text = chatApi(`
  RouteSelectionExpression: $request.body.action
  Routes:
    join: ${talk}`);
    const [hint] = inlayHints(knownFile(text, { ...join, ...nope }), { start: 0, end: text.length });
    assert.equal(
      hint?.tooltip,
      [
        '| sample | value | route |',
        '| :-- | :-- | :-- |',
        String.raw`| join\.json | "join" | ✓ join |`,
        String.raw`| nope\.json | "nope" | ✗ Forbidden |`,
      ].join('\n'),
    );
  });
});
