import { JSONPath } from 'jsonpath-plus';
import { parseJsonPath } from '../core/expression/json-path.ts';
import { compilePlainPath } from '../core/expression/plain-path.ts';
import { compileRoutes, selectRoute } from '../core/routing/select-route.ts';
import { messageOf } from './message.ts';
import { slower } from './slower.ts';

/** A comparison; without a goal it is only told. */
interface Row {
  readonly text: string;
  readonly times: number;
  readonly goal?: { readonly text: string; readonly met: boolean };
}

const body = JSON.parse(messageOf(500)) as { readonly action: string };
const action = compilePlainPath(parseJsonPath('$.action').steps) ?? (() => undefined);
const selector = compileRoutes('$request.body.action', ['join', 'leave', '$default']);

const byHand = await slower(
  () => action(body),
  () => body.action,
);
const byLibrary = await slower(
  () => JSONPath({ path: '$.action', json: body, eval: false, wrap: false }),
  () => action(body),
);
const rows: Row[] = [
  { text: '$request.body.action on a parsed message : property access by hand', times: byHand },
  {
    text: 'jsonpath-plus : $request.body.action on a parsed message',
    times: byLibrary,
    goal: { text: 'at least 100', met: byLibrary >= 100 },
  },
];
for (const size of [60, 500, 4_000, 32_000, 128_000]) {
  const message = messageOf(size);
  const times = await slower(
    () => selectRoute(selector, message),
    () => JSON.parse(message) as unknown,
  );
  rows.push({
    text: `selectRoute from ${size} bytes of text : JSON.parse alone`,
    times,
    goal: { text: 'at most 1.3', met: times <= 1.3 },
  });
}

for (const { text, times, goal } of rows) {
  const verdict = goal ? `${goal.text.padEnd(12)}  ${goal.met ? 'met' : 'MISSED'}` : '';
  console.log(`${text.padEnd(70)}${times.toFixed(2).padStart(10)}  ${verdict}`.trimEnd());
}
