import type { LambdaFunction } from '../../../core/api.ts';
import { newTraceId, newUuid } from '../identifiers.ts';
import { functionLimits } from '../limits.ts';
import type { World } from '../world.ts';
import { functionArn } from './environment.ts';
import type { FunctionProcess, FunctionResult } from './function-process.ts';
import { startFunctionProcess } from './function-process.ts';
import type { FunctionError } from './runtime-api.ts';
import type { Runtime } from './runtimes.ts';

/** All that a process of a function is started with. */
export interface FunctionSpec {
  /** The logical id of the API, for log lines. */
  readonly api: string;
  readonly lambda: LambdaFunction;
  readonly runtime: Runtime;
  readonly folder: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** One run that is asked for. */
export interface Job {
  readonly payload: string;
  readonly hit: number;
  readonly done: (result: FunctionResult) => void;
}

/** A process of a function with its limits: how long it may load, and how long each run may take. */
export interface Instance {
  state: 'starting' | 'idle' | 'busy';
  /** How many runs it was given. */
  runs: number;
  /** It takes no more work and ends as soon as it has none. */
  retired: boolean;
  /** Gives it work; it must be idle. */
  give(job: Job): void;
  /** Ends it now, or when its work is done. */
  retire(): void;
  kill(): void;
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
}

/** What an instance tells. */
export interface InstanceListener {
  readonly idle: (instance: Instance) => void;
  /** It did not load; the others of its function will not either. */
  readonly didNotLoad: (error: FunctionError) => void;
  readonly ended: (instance: Instance) => void;
  /** A line of output; the hit is absent before the first run. */
  readonly line: (stream: 'stdout' | 'stderr', text: string, hit: number | undefined) => void;
}

/** Starts a process of a function. */
export function startInstance(world: World, spec: FunctionSpec, listener: InstanceListener): Instance {
  let process: FunctionProcess | undefined;
  let killed = false;
  let hit: number | undefined;
  let outOfTime: FunctionError | undefined;
  let cancelTimer: () => void;

  const limit = (seconds: number, error: () => FunctionError): void => {
    cancelTimer = world.after(seconds * 1000, () => {
      outOfTime = error();
      instance.kill();
    });
  };

  const start = async (): Promise<FunctionProcess> =>
    startFunctionProcess({
      command: await spec.runtime.command(spec.lambda.runtime),
      folder: spec.folder,
      arguments: spec.arguments,
      environment: spec.environment,
      idle: () => {
        cancelTimer();
        instance.state = 'idle';
        if (instance.retired) instance.kill();
        else listener.idle(instance);
      },
      line: (stream, text) => listener.line(stream, text, hit),
    });

  const live = async (): Promise<void> => {
    process = await start();
    if (killed) process.kill();
    const error = await process.ended;
    if (instance.state === 'starting' && (outOfTime || !killed)) listener.didNotLoad(outOfTime ?? error);
    else if (instance.state === 'idle' && !killed) listener.line('stderr', error.errorMessage, hit);
  };

  const ended = async (): Promise<void> => {
    await live().catch((error: unknown) => listener.didNotLoad(cannotStart(error)));
    cancelTimer();
    listener.ended(instance);
  };

  const instance: Instance = {
    state: 'starting',
    retired: false,
    runs: 0,
    give: (job) => {
      const requestId = newUuid(world);
      const seconds = spec.lambda.timeoutInSeconds ?? functionLimits.timeoutSeconds;
      instance.state = 'busy';
      instance.runs += 1;
      hit = job.hit;
      limit(seconds, () => timedOut(world, requestId, seconds));
      const invocation = {
        requestId,
        payload: job.payload,
        deadline: world.now() + seconds * 1000,
        functionArn: functionArn(spec.lambda),
        traceId: newTraceId(world),
      };
      process?.invoke(invocation, (result) => {
        cancelTimer();
        job.done(outOfTime ?? result);
      });
    },
    retire: () => {
      instance.retired = true;
      if (instance.state !== 'busy') instance.kill();
    },
    kill: () => {
      killed = true;
      process?.kill();
    },
    ended: Promise.resolve(),
  };
  limit(functionLimits.initMilliseconds / 1000, () => loadsTooLong);
  return Object.assign(instance, { ended: ended() });
}

function timedOut(world: World, requestId: string, seconds: number): FunctionError {
  const time = new Date(world.now()).toISOString();
  const errorMessage = `${time} ${requestId} Task timed out after ${seconds.toFixed(2)} seconds`;
  return { kind: 'error', errorType: 'Sandbox.Timedout', errorMessage, stackTrace: [] };
}

function cannotStart(error: unknown): FunctionError {
  const errorMessage = `The process of the function cannot be started: ${error instanceof Error ? error.message : String(error)}`;
  return { kind: 'error', errorType: 'Runtime.ExitError', errorMessage, stackTrace: [] };
}

const loadsTooLong: FunctionError = {
  kind: 'error',
  errorType: 'Sandbox.Timedout',
  errorMessage: `The function did not load within ${functionLimits.initMilliseconds / 1000} seconds.`,
  stackTrace: [],
};
