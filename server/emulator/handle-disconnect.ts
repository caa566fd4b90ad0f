import type { Closing, Connection } from './connections.ts';
import { disconnectEvent } from './events.ts';
import { beginHit } from './hits.ts';
import { newRequestId } from './identifiers.ts';
import { integrate } from './integrations/integrations.ts';
import type { Run } from './run.ts';

/** Tells that a connection has ended and runs `$disconnect`, whose answer nobody gets; waits for its end. */
export async function handleDisconnect(run: Run, connection: Connection, closing: Closing): Promise<void> {
  const { api, id: connectionId, identity, connectedAt } = connection;
  const at = run.world.now();
  run.emit({ type: 'disconnected', at, api: api.api.logicalId, connectionId, ...closing });
  const route = api.routes.get('$disconnect');
  const hit = beginHit(run, api, {
    connectionId,
    eventType: 'DISCONNECT',
    message: '',
    value: null,
    route: '$disconnect',
    reason: 'matched',
    firstSteps: () => [
      {
        name: 'route',
        text: route ? '$disconnect' : 'The API has no $disconnect route',
        detail: `${closing.code} ${closing.reason}`.trim(),
        ok: true,
      },
    ],
  });
  if (!route) {
    hit.end('no route', true);
    return;
  }
  const facts = { api, requestId: newRequestId(run.world), connectionId, identity, connectedAt, at };
  const outcome = await integrate({
    run,
    api,
    route,
    eventType: 'DISCONNECT',
    hit: hit.id,
    message: '',
    event: () => JSON.stringify(disconnectEvent(facts, closing)),
    step: hit.step,
  });
  if (outcome.kind === 'failure') hit.end(outcome.message, false);
  else hit.end(outcome.kind === 'echo' ? 'echo' : String(outcome.status), true);
}
