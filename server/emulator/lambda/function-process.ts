import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readOutputLines } from './output-lines.ts';
import type { FunctionError, Invocation, RuntimeApi } from './runtime-api.ts';
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
  /** It has loaded, or has answered, and can be given work. */
  readonly idle: () => void;
  readonly line: (stream: 'stdout' | 'stderr', text: string) => void;
}

/** A process that runs one invocation at a time. */
export interface FunctionProcess {
  readonly invoke: (invocation: Invocation, done: (result: FunctionResult) => void) => void;
  /** Ends it at once. */
  readonly kill: () => void;
  /** Resolves when the process and its output have ended, with what a run at that time gets. */
  readonly ended: Promise<FunctionError>;
}

/** How long output is awaited after a process has ended. */
const outputMilliseconds = 200;

const living = new Set<ChildProcess>();
// However this program ends, a handler that does not end by itself must not stay behind.
process.on('exit', () => {
  for (const child of living) killWithChildren(child);
});

/** Starts a process that runs a function. */
export async function startFunctionProcess(start: ProcessStart): Promise<FunctionProcess> {
  let current: { readonly requestId: string; readonly done: (result: FunctionResult) => void } | undefined;
  let loadError: FunctionError | undefined;
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
  const child = spawnFor(start, api);
  living.add(child);
  child.once('exit', () => living.delete(child)).once('error', () => living.delete(child));
  for (const stream of ['stdout', 'stderr'] as const) {
    const output = child[stream];
    if (output) readOutputLines(output, (text) => start.line(stream, text));
  }
  const ended = async (): Promise<FunctionError> => {
    const why = await endOf(child);
    api.close();
    const requestId = current?.requestId;
    const error = loadError ?? exitError(requestId, why);
    if (requestId !== undefined) finish(requestId, error);
    return error;
  };
  return {
    invoke: (invocation, done) => {
      current = { requestId: invocation.requestId, done };
      api.give(invocation);
    },
    kill: () => killWithChildren(child),
    ended: ended(),
  };
}

/** Starts the program; throws where an argument or a variable is one that no process can have. */
function spawnFor({ command, folder, ...start }: ProcessStart, api: RuntimeApi): ChildProcess {
  try {
    return spawn(command.program, [...command.arguments, ...start.arguments], {
      cwd: folder,
      env: { ...start.environment, ...command.environment, AWS_LAMBDA_RUNTIME_API: api.address },
      // The last one carries nothing: the process learns by its end that the emulator is gone.
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C in a terminal is for the gateway alone, and what the function starts ends with it.
      detached: hasGroups,
      windowsHide: true,
    });
  } catch (error) {
    api.close();
    throw error;
  }
}

const hasGroups = process.platform !== 'win32';

/** Ends a function's process and those that it has started. */
function killWithChildren(child: ChildProcess): void {
  try {
    if (hasGroups && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // All of them have ended.
  }
}

/** How a process ended, in Lambda's words, when its last line of output has come. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(`Error: the program cannot be started: ${message}`));
    child.once('close', (code, signal) => resolve(exitText(code, signal)));
    child.once('exit', (code, signal) => {
      killWithChildren(child);
      // A program that the function has started can hold the output open; nobody waits for it for long.
      setTimeout(() => resolve(exitText(code, signal)), outputMilliseconds).unref();
    });
  });
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
