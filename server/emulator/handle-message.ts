import { explainRoute } from '../../core/routing/explain-route.ts';
import { selectRoute } from '../../core/routing/select-route.ts';
import type { Connection } from './connections.ts';
import type { ErrorMessage } from './error-frames.ts';
import { errorFrame } from './error-frames.ts';
import { messageEvent } from './events.ts';
import type { OpenHit } from './hits.ts';
import { beginHit } from './hits.ts';
import { newMessageId, newRequestId } from './identifiers.ts';
import type { Outcome } from './integrations/integration.ts';
import { integrate } from './integrations/integrations.ts';
import type { RunningRoute } from './running-api.ts';
import type { Run } from './run.ts';
import { sendFrame } from './run.ts';

/** Routes a client's message, runs the integration, and sends what the client gets of it. */
export function handleMessage(run: Run, connection: Connection, bytes: Buffer): void {
  const { api } = connection;
  const message = bytes.toString();
  const selection = selectRoute(api.selector, message);
  const hit = beginHit(run, api, {
    connectionId: connection.id,
    eventType: 'MESSAGE',
    message,
    value: selection.value,
    route: selection.route,
    reason: selection.reason,
    firstSteps: () => explainRoute(api.selector, message).steps,
  });
  const at = run.world.now();
  connection.lastActiveAt = at;
  run.emit({
    type: 'frame',
    at,
    api: api.api.logicalId,
    connectionId: connection.id,
    direction: 'in',
    origin: 'client',
    text: message,
    bytes: bytes.length,
    hit: hit.id,
  });

  const exchange: Exchange = { run, connection, hit, requestId: once(() => newRequestId(run.world)) };
  const route = selection.route === null ? undefined : api.routes.get(selection.route);
  if (!route) {
    fail(exchange, 'Forbidden');
    return;
  }
  const event = (): string => {
    const { id: connectionId, identity, connectedAt } = connection;
    const messageId = newMessageId(run.world, connectionId);
    const { routeKey } = route;
    const facts = { api, requestId: exchange.requestId(), connectionId, identity, connectedAt, at };
    return JSON.stringify(messageEvent(facts, { routeKey, messageId, body: message }));
  };
  const outcome = integrate({
    run,
    api,
    route,
    eventType: 'MESSAGE',
    hit: hit.id,
    message,
    event,
    step: hit.step,
  });
  if (outcome instanceof Promise) void outcome.then((later) => reply(exchange, route, later));
  else reply(exchange, route, outcome);
}

interface Exchange {
  readonly run: Run;
  readonly connection: Connection;
  readonly hit: OpenHit;
  /** Made when it is asked for: most answers do without. */
  readonly requestId: () => string;
}

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

function reply(exchange: Exchange, route: RunningRoute, outcome: Outcome): void {
  const { hit } = exchange;
  if (outcome.kind === 'failure') {
    fail(exchange, outcome.message);
  } else if (outcome.kind === 'echo') {
    // AWS would send nothing on a one-way route; the echo is for the person who tries the routes.
    deliver(exchange, outcome.body, 'route response');
    hit.end('echo', true);
  } else if (route.twoWay) {
    // A reply without a body is an empty frame, and a status of 4xx or 5xx is no error, as observed on AWS.
    deliver(exchange, outcome.body, 'route response');
    hit.end(String(outcome.status), true);
  } else {
    hit.step({ name: 'frame', text: 'Nothing: the route has no route response', ok: true });
    hit.end(String(outcome.status), true);
  }
}

function fail(exchange: Exchange, message: ErrorMessage): void {
  deliver(exchange, errorFrame(message, exchange.connection.id, exchange.requestId()), 'error');
  exchange.hit.end(message, false);
}

function deliver({ run, connection, hit }: Exchange, text: string, origin: 'route response' | 'error'): void {
  const sent = sendFrame(run, connection, text, origin, hit.id);
  hit.step({
    name: 'frame',
    text: sent ? 'Sent to the client' : 'The client was gone before the answer',
    detail: text,
    ok: sent,
  });
}
