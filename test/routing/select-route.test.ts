import assert from 'node:assert/strict';
import { compileRoutes, selectRoute } from '../../core/routing/select-route.ts';

describe('selectRoute', () => {
  check('$request.body.action', '{"action":"join"}', ['join', '$default'], 'join', 'join');
  check('$request.body.action', '{"action":"nope"}', ['join'], 'nope', null);
  check('$request.body.action', 'hello', ['join', '$default'], null, '$default');
});

function check(
  expression: string,
  message: string,
  routes: readonly string[],
  value: string | null,
  route: string | null,
): void {
  it(`${expression} on ${message} takes ${route ?? 'no route'} of ${routes.join(' ')}`, () => {
    const selection = selectRoute(compileRoutes(expression, routes), message);
    assert.deepEqual([selection.value, selection.route], [value, route]);
  });
}
