import assert from 'node:assert/strict';
import { explainRoute } from '../../core/routing/explain-route.ts';
import { compileRoutes } from '../../core/routing/select-route.ts';

describe('explainRoute', () => {
  check('$request.body.action', '{"action":"join"}', [
    'The message is JSON',
    '$request.body.action → "join"',
    'Route join has this key',
  ]);
  check('v1/${request.body.action}', '{action:join}', [
    'The message is not quite JSON; AWS reads this leniently',
    '${request.body.action} → "join"',
    'v1/${request.body.action} → "v1/join"',
    'No route has the key "v1/join", so $default takes the message',
  ]);
  check('$request.body.type', '{"action":"join"}', [
    'The message is JSON',
    '$request.body.type → "", the message has nothing there',
    'No route has the key "", so $default takes the message',
  ]);
  check('$request.header.action', '{}', [
    'The message is JSON',
    '$request.header.action → "", this variable has no value while a message is routed',
    'No route has the key "", so $default takes the message',
  ]);
  check('$request.body.action', 'hello', [
    'The message is not JSON, so the expression is not evaluated',
    'There is no value to look up, so $default takes the message',
  ]);
  check('$request.body.action', 'null', [
    'The message is null, and nothing can be found in it',
    'There is no value to look up, so $default takes the message',
  ]);
  check('$request.body.a[]', '{"a":1}', [
    'A name in quotes or an index is missing between the brackets.',
    'There is no value to look up, so $default takes the message',
  ]);
  check('$request.body[0]', '{"a":1}', [
    'The message is JSON',
    '$request.body[0] cannot be evaluated, the path does not fit the message: an index, a range or a filter needs a list',
    'There is no value to look up, so $default takes the message',
  ]);
  check('$request.body.action', '{"action":"$connect"}', [
    'The message is JSON',
    '$request.body.action → "$connect"',
    'A message never selects $connect, so $default takes the message',
  ]);

  it('ends with the Forbidden frame where there is no $default', () => {
    const { steps } = explainRoute(compileRoutes('$request.body.action', ['join']), '{"action":"nope"}');
    assert.deepEqual(steps.at(-1), {
      name: 'route',
      text: 'No route has the key "nope" and there is no $default, so the client gets Forbidden',
      ok: false,
    });
  });
});

function check(expression: string, message: string, texts: readonly string[]): void {
  it(`${expression} on ${message}`, () => {
    const { steps } = explainRoute(compileRoutes(expression, ['join', '$connect', '$default']), message);
    assert.deepEqual(
      steps.map(({ text }) => text),
      texts,
    );
  });
}
