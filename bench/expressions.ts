import { JSONPath } from 'jsonpath-plus';
import { parseJsonPath } from '../core/expression/json-path.ts';
import { compilePlainPath } from '../core/expression/plain-path.ts';
import { compileRoutes, selectRoute } from '../core/routing/select-route.ts';
import { messageOf } from './message.ts';
import type { Row } from './row.ts';
import { slower } from './slower.ts';

/** Evaluating and routing, beside a property access, `jsonpath-plus` and `JSON.parse`. */
export async function* expressions(): AsyncGenerator<Row> {
  const body = JSON.parse(messageOf(500)) as { readonly action: string };
  const action = compilePlainPath(parseJsonPath('$.action').steps) ?? (() => undefined);
  const selector = compileRoutes('$request.body.action', ['join', 'leave', '$default']);
  yield {
    text: '$request.body.action on a parsed message : property access by hand',
    value: await slower(
      () => action(body),
      () => body.action,
    ),
  };
  const byLibrary = await slower(
    () => JSONPath({ path: '$.action', json: body, eval: false, wrap: false }),
    () => action(body),
  );
  yield {
    text: 'jsonpath-plus : $request.body.action on a parsed message',
    value: byLibrary,
    goal: { text: 'at least 100', met: byLibrary >= 100 },
  };
  for (const size of [60, 500, 4_000, 32_000, 128_000]) {
    const message = messageOf(size);
    const times = await slower(
      () => selectRoute(selector, message),
      () => JSON.parse(message) as unknown,
    );
    yield {
      text: `selectRoute from ${size} bytes of text : JSON.parse alone`,
      value: times,
      goal: { text: 'at most 1.3', met: times <= 1.3 },
    };
  }
}
