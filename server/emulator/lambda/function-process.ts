import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { FunctionError, Invocation } from './runtime-api.ts';
import { startRuntimeApi } from './runtime-api.ts';
import type { Command } from './runtimes.ts';

/** How a function's run ended. */
export type FunctionResult = { readonly kind: 'answer'; readonly payload: string } | FunctionError;

/** What starts a process. */
export interface ProcessStart {
  readonly command: Command;
  readonly folder: string;
  /** What the program gets as arguments: the handler's file and what to call in it. */
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly idle: () => void;
  /** The process has ended or will take no more work; the error says why where it was not asked to. */
  readonly ended: (error: FunctionError | undefined) => void;
  readonly line: (stream: 'stdout' | 'stderr', text: string) => void;
}

/** A process that runs one invocation at a time. */
export interface FunctionProcess {
  readonly invoke: (invocation: Invocation, done: (result: FunctionResult) => void) => void;
  /** Ends it at once. */
  readonly kill: () => void;
}

/** How long output is awaited after a process has ended. */
const outputMilliseconds = 200;

/** Starts a process that runs a function; `idle` is called when it has loaded, and after every run. */
export async function startFunctionProcess(start: ProcessStart): Promise<FunctionProcess> {
  let current: { readonly requestId: string; readonly done: (result: FunctionResult) => void } | undefined;
  let loadError: FunctionError | undefined;
  let killed = false;
  const finish = (requestId: string, result: FunctionResult): void => {
    if (current?.requestId !== requestId) return;
    const { done } = current;
    current = undefined;
    done(result);
  };
  const api = await startRuntimeApi({
    idle: start.idle,
    answered: (requestId, payload) => finish(requestId, { kind: 'answer', payload }),
    failed: finish,
    didNotLoad: (error) => {
      loadError = error;
    },
  });
  const { program, arguments: first, environment } = start.command;
  const child = spawn(program, [...first, ...start.arguments], {
    cwd: start.folder,
    env: { ...start.environment, ...environment, AWS_LAMBDA_RUNTIME_API: api.address },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  for (const stream of ['stdout', 'stderr'] as const)
    createInterface({ input: child[stream], crlfDelay: Infinity }).on('line', (text) =>
      start.line(stream, text),
    );
  let over = false;
  const end = (why: string): void => {
    if (over) return;
    over = true;
    api.close();
    const error = loadError ?? exitError(current?.requestId, why);
    if (current) finish(current.requestId, error);
    start.ended(killed ? undefined : error);
  };
  child.once('error', (error) => end(`Error: the program cannot be started: ${error.message}`));
  // A program that the function has started can hold the output open; nobody waits for it for long.
  child.once('exit', (code, signal) =>
    setTimeout(() => end(exitText(code, signal)), outputMilliseconds).unref(),
  );
  // `close` comes after the last line of output, so that nothing is missing from the log.
  child.once('close', (code, signal) => end(exitText(code, signal)));
  return {
    invoke: (invocation, done) => {
      current = { requestId: invocation.requestId, done };
      api.give(invocation);
    },
    kill: () => {
      killed = true;
      child.kill('SIGKILL');
    },
  };
}

function exitText(code: number | null, signal: string | null): string {
  if (signal !== null) return `Error: Runtime exited with error: signal: ${signal}`;
  return code === 0
    ? 'Error: Runtime exited without providing a reason'
    : `Error: Runtime exited with error: exit status ${code}`;
}

function exitError(requestId: string | undefined, why: string): FunctionError {
  const errorMessage = requestId === undefined ? why : `RequestId: ${requestId} ${why}`;
  return { kind: 'error', errorType: 'Runtime.ExitError', errorMessage, stackTrace: [] };
}
