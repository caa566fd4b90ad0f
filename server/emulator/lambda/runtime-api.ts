import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
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
 * The Lambda Runtime API for one process, on a port of its own.
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
export async function startRuntimeApi(listener: RuntimeListener): Promise<RuntimeApi> {
  let waiting: ServerResponse | undefined;
  const server = createServer((request, response) => {
    const [, id = '', action = ''] =
      /^\/2018-06-01\/runtime\/(?:invocation\/)?([^/]+)(?:\/(\w+))?$/.exec(request.url ?? '') ?? [];
    if (request.method === 'GET' && id === 'next') {
      waiting = response;
      listener.idle();
      return;
    }
    void takeReport(listener, id, action, request, response);
  });
  // The runtime waits for work as long as it takes.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 0;
  const port = await listen(server, 0);
  return {
    address: `127.0.0.1:${port}`,
    give: ({ requestId, payload, deadline, functionArn, traceId }) => {
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
  const known = report(listener, id, action, await readBody(request));
  const answer = known ? '{"status":"OK"}' : '{"errorType":"NotFound"}';
  response.writeHead(known ? 202 : 404, {
    'Content-Type': 'application/json',
    'Content-Length': answer.length,
  });
  response.end(answer);
}

function report(listener: RuntimeListener, id: string, action: string, body: string): boolean {
  if (id === 'init' && action === 'error') listener.didNotLoad(readError(body));
  else if (action === 'error') listener.failed(id, readError(body));
  else if (action !== 'response') return false;
  else if (Buffer.byteLength(body) <= functionLimits.answerBytes) listener.answered(id, body);
  else
    listener.failed(id, {
      kind: 'error',
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: `Response payload size (${Buffer.byteLength(body)} bytes) exceeded maximum allowed payload size (${functionLimits.answerBytes} bytes).`,
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

/** The whole body; never settles where the process ends in the middle of it. */
function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => resolve(Buffer.concat(chunks).toString()));
  });
}
