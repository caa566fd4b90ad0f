import assert from 'node:assert/strict';
import { predictRoute } from '../../../client/webview/composer/predict-route.ts';
import { messageHistory } from '../../../client/webview/composer/message-history.ts';
import { messageSize } from '../../../client/webview/composer/message-size.ts';
import { compileRoutes } from '../../../core/routing/select-route.ts';
import { rows } from '../chat.ts';

describe('prediction of a route', () => {
  for (const [expression, routes, message, value, route, note] of [
    ['$request.body.action', 'join $default', '{"action":"join"}', '"join"', 'join', undefined],
    ['$request.body.action', 'join $default', 'hello', 'not JSON', '$default', undefined],
    [
      '$request.body.action',
      'join',
      '{"action":"nope"}',
      '"nope"',
      null,
      'No route fits and there is no $default.',
    ],
    [
      '$request.body.action',
      'join',
      '{action:join}',
      '"join"',
      'join',
      'Not quite JSON: AWS reads this leniently.',
    ],
    ['$request.body[', 'join $default', '{}', 'the expression is malformed', '$default', undefined],
  ] as const)
    it(`${expression} with ${routes} on ${message}`, () => {
      const prediction = predictRoute(compileRoutes(expression, routes.split(' ')), message);
      assert.deepEqual(
        { value: prediction.value, route: prediction.route, note: prediction.note },
        { value, route, note },
      );
    });
});

describe('message', () => {
  it('is warned of above 32 KB', () => {
    assert.deepEqual(messageSize('x'.repeat(32 * 1024)), { size: '32 KB' });
    assert.match(messageSize('é'.repeat(16 * 1024 + 1)).warning ?? '', /1009/);
  });

  it('is recalled once, newest first', () => {
    assert.deepEqual(
      messageHistory([...rows, ...rows]).map((text) => text.slice(0, 15)),
      ['not json at all', '{"action":"danc', '{"action":"send', '{"action":"join'],
    );
  });
});
