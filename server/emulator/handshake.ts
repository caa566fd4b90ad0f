import type { IncomingMessage } from 'node:http';
import { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { mayCall } from './caller-rule.ts';
import type { Identity } from './connections.ts';
import { errorBody } from './error-frames.ts';
import { connectEvent } from './events.ts';
import type { OpenHit } from './hits.ts';
import { beginHit } from './hits.ts';
import { newConnectionId, newRequestId } from './identifiers.ts';
import type { Outcome } from './integrations/integration.ts';
import { integrate } from './integrations/integrations.ts';
import { gatewayLimits } from './limits.ts';
import type { RunningApi } from './running-api.ts';
import { findApi } from './running-api.ts';
import type { Run } from './run.ts';

/** A handshake that `$connect` accepted. */
export interface Accepted {
  readonly api: RunningApi;
  readonly connectionId: string;
  readonly identity: Identity;
  readonly connectedAt: number;
}

/** A handshake that is answered by no WebSocket. */
interface Refusal {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** How long a client may take to answer the gateway's close frame. */
const closeMilliseconds = 2000;

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Makes the listener for upgrade requests: the 101 is sent when `$connect` has accepted, and not before. */
export function createHandshake(
  run: Run,
  opened: (accepted: Accepted, socket: WebSocket, stream: Duplex) => void,
): Upgrade {
  const accepted = new WeakMap<IncomingMessage, Accepted>();
  const protocols = new WeakMap<IncomingMessage, string>();
  const decideOn = async (request: IncomingMessage, accept: (accepted: boolean) => void): Promise<void> => {
    const answer = await admit(run, request);
    if ('status' in answer) {
      refuse(request, answer);
      return;
    }
    accepted.set(request, answer.accepted);
    if (answer.protocol !== undefined) protocols.set(request, answer.protocol);
    accept(true);
  };
  // Typed apart: the types of `ws` do not know `closeTimeout` yet.
  const closing = { closeTimeout: closeMilliseconds };
  const server = new WebSocketServer({
    ...closing,
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: gatewayLimits.messageBytes,
    // API Gateway chooses no subprotocol: it is what `$connect` answers.
    handleProtocols: (_, request) => protocols.get(request) ?? false,
    // `ws` calls this when the request is a proper handshake, and waits for the answer.
    verifyClient: ({ req }, accept) => {
      void decideOn(req, accept);
    },
  });
  return (request, socket, head) =>
    server.handleUpgrade(request, socket, head, (webSocket) => {
      const handshake = accepted.get(request);
      if (handshake) opened(handshake, webSocket, socket);
    });
}

interface Admission {
  readonly accepted: Accepted;
  readonly protocol: string | undefined;
}

async function admit(run: Run, request: IncomingMessage): Promise<Admission | Refusal> {
  if (run.stopping) return unavailable;
  if (!mayCall(run, request)) return forbidden;
  const path = (request.url ?? '/').replace(/\?.*/s, '');
  const found = findApi(run.apis, request.headers.host, path);
  if (!found || !/^\/?$/.test(found.rest)) {
    const urls = run.apis.map((api) => api.path).join(', ');
    const text = `A client asked for ${path.slice(0, 200)} and got 403 Forbidden; it can connect to ${urls}.`;
    run.tell('warning', text, undefined, 'wrong path');
    return forbidden;
  }
  const { api } = found;
  const connectedAt = run.world.now();
  const userAgent = request.headers['user-agent'];
  const accepted: Accepted = {
    api,
    connectionId: newConnectionId(run.world),
    identity: {
      ...(userAgent !== undefined && { userAgent }),
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    },
    connectedAt,
  };
  const requestId = newRequestId(run.world);
  const route = api.routes.get('$connect');
  const hit = beginHit(run, api, {
    connectionId: accepted.connectionId,
    eventType: 'CONNECT',
    message: '',
    value: null,
    route: '$connect',
    reason: 'matched',
    firstSteps: () => [
      {
        name: 'route',
        text: route ? '$connect' : 'The API has no $connect route: every client is accepted',
        ok: true,
      },
    ],
  });
  if (!route) {
    hit.end('101', true);
    return { accepted, protocol: undefined };
  }
  const facts = { ...accepted, requestId, at: run.world.now() };
  const event = (): string => JSON.stringify(connectEvent(facts, run.world, request));
  const call = {
    run,
    api,
    route,
    eventType: 'CONNECT',
    hit: hit.id,
    message: '',
    event,
    step: hit.step,
  } as const;
  return decide(accepted, requestId, hit, await integrate(call));
}

function decide(accepted: Accepted, requestId: string, hit: OpenHit, outcome: Outcome): Admission | Refusal {
  if (outcome.kind === 'echo') {
    hit.end('101', true);
    return { accepted, protocol: undefined };
  }
  if (outcome.kind === 'failure') {
    hit.end(`${outcome.status} ${outcome.message}`, false);
    return {
      status: outcome.status,
      headers: [['Content-Type', 'application/json; charset=UTF-8'], requestHeader(requestId)],
      body: errorBody(outcome.message, accepted.connectionId, requestId),
    };
  }
  if (outcome.status >= 200 && outcome.status < 300) {
    hit.end('101', true);
    // Of an accepted answer nothing reaches the client but the subprotocol.
    const protocol = outcome.headers.find(([name]) => name.toLowerCase() === 'sec-websocket-protocol')?.[1];
    return { accepted, protocol };
  }
  hit.end(String(outcome.status), false);
  return {
    status: outcome.status,
    headers: [...outcome.headers, requestHeader(requestId)],
    body: outcome.body,
  };
}

const forbidden: Refusal = {
  status: 403,
  headers: [
    ['Content-Type', 'application/json'],
    ['x-amzn-ErrorType', 'ForbiddenException'],
  ],
  body: '{"message":"Forbidden"}',
};

const unavailable: Refusal = {
  status: 503,
  headers: [['Content-Type', 'application/json']],
  body: '{"message":"Service Unavailable"}',
};

function requestHeader(requestId: string): readonly [string, string] {
  return ['X-Amz-Apigw-Id', requestId];
}

/** Answers an upgrade request as plain HTTP and ends the connection. */
function refuse(request: IncomingMessage, { status, headers, body }: Refusal): void {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(request.socket);
  response.once('finish', () => request.socket.end());
  response.statusCode = status;
  for (const [name, value] of headers) {
    try {
      response.appendHeader(name, value);
    } catch {
      // A header that HTTP does not allow: the rest of the answer still tells what happened.
    }
  }
  response.removeHeader('Transfer-Encoding');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}
