import type { IncomingMessage, ServerResponse } from 'node:http';
import { mayCall } from './caller-rule.ts';
import type { Connection } from './connections.ts';
import { isConnectionId, newRequestId, newUuid } from './identifiers.ts';
import { gatewayLimits } from './limits.ts';
import { findApi } from './running-api.ts';
import type { Run } from './run.ts';
import { sendFrame } from './run.ts';

interface Reply {
  readonly status: number;
  readonly errorType?: string;
  /** JSON text; empty for an answer without a body. */
  readonly body?: string;
}

const forbidden: Reply = { status: 403, errorType: 'ForbiddenException', body: '{"message":"Forbidden"}' };

/**
 * Answers plain HTTP requests: `@connections` as on AWS, and 426 where a WebSocket was to be opened.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
 */
export async function answerHttp(
  run: Run,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!mayCall(run, request)) {
    send(run, response, forbidden);
    request.resume();
    return;
  }
  const path = (request.url ?? '/').replace(/\?.*/s, '');
  // Without a stage it works too where one API runs; AWS has no such address.
  const only = run.apis.length === 1 ? run.apis[0] : undefined;
  const found = findApi(run.apis, request.headers.host, path) ?? (only && { api: only, rest: path });
  const encodedId = /^\/(?:@|%40)connections\/([^/]+)$/i.exec(found?.rest ?? '')?.[1];
  if (found && encodedId !== undefined) {
    noteSignature(run, request);
    send(run, response, await manage(run, request, encodedId));
  } else if (found?.rest === '' || found?.rest === '/') {
    const isStage = path.startsWith(found.api.path);
    send(run, response, isStage ? { status: 426, body: '{"message":"Upgrade Required"}' } : forbidden);
  } else {
    const bases = run.apis.map((api) => `${api.path}/@connections/{connectionId}`).join(', ');
    const text = `${request.method} ${path.slice(0, 200)} got 403 Forbidden; the management API is at ${bases}.`;
    run.tell('warning', text, undefined, 'wrong management path');
    send(run, response, forbidden);
  }
  request.resume();
}

async function manage(run: Run, request: IncomingMessage, encodedId: string): Promise<Reply> {
  const id = decode(encodedId);
  if (id.includes('=') && encodedId.includes('='))
    run.tell('info', 'A connection id was not encoded in the path of @connections; AWS may refuse that.');
  if (!isConnectionId(id))
    return {
      status: 400,
      errorType: 'BadRequestException',
      body: JSON.stringify({ message: `Invalid connectionId: ${id}` }),
    };
  const gone: Reply = { status: 410, errorType: 'GoneException' };
  const connection = run.connections.find(id);
  if (!connection) return gone;
  if (request.method === 'GET') return { status: 200, body: describe(connection) };
  if (request.method === 'DELETE') {
    run.connections.close(connection, { code: 1000, reason: 'Connection Closed Normally' });
    return { status: 204 };
  }
  if (request.method !== 'POST') return forbidden;
  const text = await readText(request);
  if (text === undefined) return { status: 413 };
  return sendFrame(run, connection, text, '@connections') ? { status: 200 } : gone;
}

/** The request's body, invalid UTF-8 replaced; undefined where it is too long. */
async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length <= gatewayLimits.messageBytes) chunks.push(chunk as Buffer);
  }
  return length > gatewayLimits.messageBytes ? undefined : Buffer.concat(chunks).toString();
}

/** The blanks before the colons are AWS's. */
function describe({ identity, connectedAt, lastActiveAt }: Connection): string {
  return `{
  "identity" : {
    "sourceIp" : ${JSON.stringify(identity.sourceIp)},
    "userAgent" : ${JSON.stringify(identity.userAgent ?? '')}
  },
  "connectedAt" : "${new Date(connectedAt).toISOString()}",
  "lastActiveAt" : "${new Date(lastActiveAt).toISOString()}"
}`;
}

function send(run: Run, response: ServerResponse, { status, errorType, body = '' }: Reply): void {
  response.statusCode = status;
  response.setHeader('x-amzn-requestid', newUuid(run.world));
  response.setHeader('x-amz-apigw-id', newRequestId(run.world));
  if (errorType !== undefined) response.setHeader('x-amzn-errortype', errorType);
  if (status !== 204) {
    response.setHeader('content-type', 'application/json');
    response.setHeader('content-length', Buffer.byteLength(body));
  }
  response.end(body);
}

function noteSignature(run: Run, request: IncomingMessage): void {
  if (request.headers.authorization?.startsWith('AWS4-HMAC-SHA256')) return;
  const text =
    'A call to @connections was not signed; AWS answers that with 403 Missing Authentication Token.';
  run.tell('info', text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
