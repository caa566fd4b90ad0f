import type { IncomingMessage } from 'node:http';
import type { Closing, Identity } from './connections.ts';
import { newTraceId } from './identifiers.ts';
import type { RunningApi } from './running-api.ts';
import type { World } from './world.ts';

/** What is the same in the events of one request. */
export interface RequestFacts {
  readonly api: RunningApi;
  readonly requestId: string;
  readonly connectionId: string;
  readonly identity: Identity;
  /** Epoch milliseconds, both. */
  readonly connectedAt: number;
  readonly at: number;
}

/**
 * The event of `$connect`, its keys in the order of AWS's; so in the two below.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-integration-requests.html
 */
export function connectEvent(facts: RequestFacts, world: World, request: IncomingMessage): unknown {
  const headers = handshakeHeaders(facts, world, request);
  const query = queryOf(request);
  return {
    headers: Object.fromEntries(headers.map(([name, values]) => [name, values.at(-1)])),
    multiValueHeaders: Object.fromEntries(headers),
    ...(query.size > 0 && {
      queryStringParameters: Object.fromEntries([...query].map(([name, values]) => [name, values.at(-1)])),
      multiValueQueryStringParameters: Object.fromEntries(query),
    }),
    requestContext: {
      routeKey: '$connect',
      eventType: 'CONNECT',
      ...timeOf(facts),
      ...restOf(facts),
    },
    ...stageVariablesOf(facts),
    isBase64Encoded: false,
  };
}

/** The event of a message. */
export function messageEvent(
  facts: RequestFacts,
  message: { readonly routeKey: string; readonly messageId: string; readonly body: string },
): unknown {
  return {
    requestContext: {
      routeKey: message.routeKey,
      messageId: message.messageId,
      eventType: 'MESSAGE',
      ...timeOf(facts),
      ...restOf(facts),
    },
    ...stageVariablesOf(facts),
    body: message.body,
    isBase64Encoded: false,
  };
}

/** The event of `$disconnect`; the headers that say nothing are AWS's. */
export function disconnectEvent(facts: RequestFacts, closing: Closing): unknown {
  const host = facts.api.domainName;
  return {
    headers: { Host: host, 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' },
    multiValueHeaders: { Host: [host], 'x-api-key': [''], 'X-Forwarded-For': [''], 'x-restapi': [''] },
    requestContext: {
      routeKey: '$disconnect',
      disconnectStatusCode: closing.code,
      eventType: 'DISCONNECT',
      ...timeOf(facts),
      disconnectReason: closing.reason,
      ...restOf(facts),
    },
    ...stageVariablesOf(facts),
    isBase64Encoded: false,
  };
}

function timeOf({ requestId, at }: RequestFacts): object {
  return { extendedRequestId: requestId, requestTime: commonLogTime(at), messageDirection: 'IN' };
}

function restOf({ api, requestId, connectionId, identity, connectedAt, at }: RequestFacts): object {
  return {
    stage: api.stage,
    connectedAt,
    requestTimeEpoch: at,
    identity,
    requestId,
    domainName: api.domainName,
    connectionId,
    apiId: api.apiId,
  };
}

function stageVariablesOf({ api }: RequestFacts): object | undefined {
  return api.stageVariables && { stageVariables: api.stageVariables };
}

/** `16/May/2022:17:30:17 +0000` */
function commonLogTime(at: number): string {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(at).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}

/** The handshake's headers as API Gateway passes them on: as sent, without those of the hop, with its own. */
function handshakeHeaders(facts: RequestFacts, world: World, request: IncomingMessage): [string, string[]][] {
  const headers = new Map<string, string[]>([
    ['Host', [facts.api.domainName]],
    ['X-Amzn-Trace-Id', [newTraceId(world)]],
    ['X-Forwarded-For', [facts.identity.sourceIp]],
    ['X-Forwarded-Port', ['443']],
    ['X-Forwarded-Proto', ['https']],
  ]);
  const own = new Set([...headers.keys()].map((name) => name.toLowerCase()));
  const names = new Map<string, string>();
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    const [name = '', value = ''] = request.rawHeaders.slice(at, at + 2);
    const lower = name.toLowerCase();
    if (own.has(lower) || lower === 'connection' || lower === 'upgrade') continue;
    const spelling = names.get(lower) ?? name;
    names.set(lower, spelling);
    headers.set(spelling, [...(headers.get(spelling) ?? []), value]);
  }
  return [...headers].toSorted(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

function queryOf(request: IncomingMessage): Map<string, string[]> {
  const all = new Map<string, string[]>();
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  for (const [name, value] of searchParams) all.set(name, [...(all.get(name) ?? []), value]);
  return all;
}
