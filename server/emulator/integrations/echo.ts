import type { Call, Echo } from './integration.ts';

/** Answers for an integration that cannot run here, and says why: in the frame, in the trace and once as a notice. */
export function echoBecause(call: Call, why: string): Echo {
  const { routeKey } = call.route;
  const event = call.event();
  call.step({ name: 'integration request', text: 'Lambda proxy event', detail: event, ok: true });
  call.step({ name: 'integration response', text: `Echo: ${why}`, ok: true });
  call.run.tell('warning', `${routeKey} is answered by an echo. ${why}`, call.api);
  return {
    kind: 'echo',
    body: `{"routescope":"echo","route":${JSON.stringify(routeKey)},"why":${JSON.stringify(why)},"event":${event}}`,
  };
}
