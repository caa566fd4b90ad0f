import assert from 'node:assert/strict';
import { hover } from '../../server/language/hover.ts';
import { chatApi, knownFile } from './known.ts';
import { cursorIn } from './marks.ts';

const messages = { 'join.json': '{"action":"join"}', 'pipe.json': '{"action":"a|b"}' };

/** The hover at the cursor covers this text and says these things. */
function check(marked: string, covered: string, says: readonly string[]): void {
  const { text, offset } = cursorIn(chatApi(marked));
  const found = hover(knownFile(text, messages), offset);
  assert.ok(found);
  assert.equal(text.slice(found.span.start, found.span.end), covered);
  for (const one of says) assert.ok(found.markdown.includes(one), `${one} is not in ${found.markdown}`);
}

describe('hover', () => {
  it('a variable with all samples', () =>
    check(
      `
  RouteSelectionExpression: x/$request.body<|>.action
  Routes:
    x/join: { FunctionArn: !GetAtt Talk.Arn }`,
      '$request.body.action',
      ['request.body', '"x/join" | ✓ x/join', String.raw`"x/a\|b" | ✗ Forbidden`],
    ));

  it('static text with all samples', () =>
    check(
      `
  RouteSelectionExpression: 'x<|>x/$request.body.action'`,
      'xx/$request.body.action',
      ['route selection', 'xx/join'],
    ));

  it('a route key with what it runs and what selects it', () =>
    check(
      `
  RouteSelectionExpression: $request.body.action
  Routes:
    jo<|>in: { FunctionArn: !GetAtt Talk.Arn }`,
      'join',
      ['Route **join** runs the function **Talk** (app\\.handler)', String.raw`join\.json`],
    ));

  it('nothing elsewhere', () => {
    const { text, offset } = cursorIn(
      chatApi(`
  Na<|>me: chat`),
    );
    assert.equal(hover(knownFile(text, messages), offset), undefined);
  });
});
