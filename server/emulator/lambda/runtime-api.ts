import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { functionLimits } from '../limits.ts';
import { listen } from '../listen.ts';

/** One run of a function. */
export interface Invocation {
  readonly requestId: string;
  readonly payload: string;
  /** Epoch milliseconds. */
  readonly deadline: number;
  readonly functionArn: string;
  readonly traceId: string;
}

/** An error as runtimes report it. */
export interface FunctionError {
  readonly kind: 'error';
  readonly errorType: string;
  readonly errorMessage: string;
  readonly stackTrace: readonly string[];
}

/** What a runtime says through the API. */
export interface RuntimeListener {
  /** It asks for work: it has loaded, and has answered what it was given before. */
  readonly idle: () => void;
  readonly answered: (requestId: string, payload: string) => void;
  readonly failed: (requestId: string, error: FunctionError) => void;
  readonly didNotLoad: (error: FunctionError) => void;
}

export interface RuntimeApi {
  /** `host:port`, for `AWS_LAMBDA_RUNTIME_API`. */
  readonly address: string;
  /** Gives work to the runtime, which must be idle. */
  readonly give: (invocation: Invocation) => void;
  readonly close: () => void;
}

/**
 * The Lambda Runtime API for one process, on a port of its own. Only the process is to speak here: nobody is answered
 * that comes from a web page, or by another connection than the first, or reports on a run that is not the current.
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export async function startRuntimeApi(listener: RuntimeListener): Promise<RuntimeApi> {
  let waiting: ServerResponse | undefined;
  let owner: Socket | undefined;
  let address = '';
  // Before its first run, a runtime can report only that it did not load.
  let current = 'init';
  const server = createServer((request, response) => {
    if (request.headers.host === address && !isOfPage(request)) owner ??= request.socket;
    if (request.socket !== owner) {
      answer(response, 403, '{"errorType":"Forbidden"}');
      return;
    }
    const [, id = '', action = ''] =
      /^\/2018-06-01\/runtime\/(?:invocation\/)?([^/]+)(?:\/(\w+))?$/.exec(request.url ?? '') ?? [];
    if (request.method === 'GET' && id === 'next') {
      waiting = response;
      current = '';
      listener.idle();
    } else if (id === current) void takeReport(listener, id, action, request, response);
    else answer(response, 400, '{"errorType":"InvalidRequestID"}');
  });
  // The runtime waits for work as long as it takes.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 0;
  address = `127.0.0.1:${await listen(server, 0)}`;
  return {
    address,
    give: ({ requestId, payload, deadline, functionArn, traceId }) => {
      current = requestId;
      waiting?.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(payload),
        'Lambda-Runtime-Aws-Request-Id': requestId,
        'Lambda-Runtime-Deadline-Ms': String(deadline),
        'Lambda-Runtime-Invoked-Function-Arn': functionArn,
        'Lambda-Runtime-Trace-Id': traceId,
      });
      waiting?.end(payload);
      waiting = undefined;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function takeReport(
  listener: RuntimeListener,
  id: string,
  action: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if (report(listener, id, action, body)) answer(response, 202, '{"status":"OK"}');
  else answer(response, 404, '{"errorType":"NotFound"}');
}

/** Browsers send these with what pages ask for, and no page can leave them out. */
function isOfPage({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  response.end(body);
}

function report(listener: RuntimeListener, id: string, action: string, { text: body, bytes }: Body): boolean {
  if (id === 'init' && action === 'error') listener.didNotLoad(readError(body));
  else if (action === 'error') listener.failed(id, readError(body));
  else if (action !== 'response') return false;
  else if (bytes <= functionLimits.answerBytes) listener.answered(id, body);
  else
    listener.failed(id, {
      kind: 'error',
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: `Response payload size (${bytes} bytes) exceeded maximum allowed payload size (${functionLimits.answerBytes} bytes).`,
      stackTrace: [],
    });
  return true;
}

function readError(body: string): FunctionError {
  try {
    const { errorType, errorMessage, stackTrace } = JSON.parse(body) as Record<string, unknown>;
    return {
      kind: 'error',
      errorType: text(errorType) || 'Error',
      errorMessage: text(errorMessage),
      stackTrace: Array.isArray(stackTrace) ? stackTrace.map(text) : [],
    };
  } catch {
    return { kind: 'error', errorType: 'Error', errorMessage: body, stackTrace: [] };
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

interface Body {
  /** As much as an answer may have. */
  readonly text: string;
  /** The length of the whole. */
  readonly bytes: number;
}

/** Never settles where the process ends in the middle of it. */
function readBody(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= functionLimits.answerBytes) chunks.push(chunk);
    });
    request.once('end', () => resolve({ text: Buffer.concat(chunks).toString(), bytes }));
  });
}
