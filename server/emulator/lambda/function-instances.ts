import type { LambdaFunction } from '../../../core/api.ts';
import type { EmulatorEvent } from '../../../core/contracts/emulator.ts';
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

/** The processes of one function. */
export interface FunctionInstances {
  readonly spec: FunctionSpec;
  readonly invoke: (payload: string, hit: number) => Promise<FunctionResult>;
  /** Lets new processes take over: those at work finish what they do. */
  readonly replace: () => void;
  readonly stop: () => Promise<void>;
}

interface Job {
  readonly payload: string;
  readonly hit: number;
  readonly done: (result: FunctionResult) => void;
}

interface Instance {
  state: 'starting' | 'idle' | 'busy';
  retired: boolean;
  process?: FunctionProcess;
  /** The latest hit, which lines of output belong to. */
  hit?: number;
  cancelTimer: () => void;
}

/** More would not be faster on one machine, and each takes some 40 MB. */
const mostInstances = 10;
/** A warm process that answers within this time is sooner than a new one. */
const patienceMilliseconds = 20;
/** Processes above the first end after being idle for so long. */
const keepWarmMilliseconds = 60_000;

/** Makes the processes of a function: one for every run at the same time, kept warm. */
export function createInstances(
  world: World,
  emit: (event: EmulatorEvent) => void,
  spec: FunctionSpec,
): FunctionInstances {
  const { lambda } = spec;
  const instances = new Set<Instance>();
  const queue: Job[] = [];
  const ends = new Set<Promise<void>>();
  let cancelGrowth: (() => void) | undefined;
  let stopped = false;

  const log = (stream: 'stdout' | 'stderr', text: string, hit: number | undefined): void =>
    emit({
      type: 'log',
      at: world.now(),
      api: spec.api,
      function: lambda.logicalId,
      stream,
      text,
      ...(hit !== undefined && { hit }),
    });

  const fail = (job: Job, error: FunctionError): void => {
    const lines = [`${error.errorType}: ${error.errorMessage}`, ...error.stackTrace];
    for (const line of lines.join('\n').split('\n')) log('stderr', line, job.hit);
    job.done(error);
  };

  const retire = (instance: Instance): void => {
    instance.retired = true;
    if (instance.state !== 'busy') instance.process?.kill();
  };

  const give = (instance: Instance, process: FunctionProcess, job: Job): void => {
    const seconds = lambda.timeoutInSeconds ?? functionLimits.timeoutSeconds;
    const requestId = newUuid(world);
    instance.cancelTimer();
    instance.state = 'busy';
    instance.hit = job.hit;
    let timedOut: FunctionError | undefined;
    instance.cancelTimer = world.after(seconds * 1000, () => {
      const errorMessage = `${new Date(world.now()).toISOString()} ${requestId} Task timed out after ${seconds.toFixed(2)} seconds`;
      timedOut = { kind: 'error', errorType: 'Sandbox.Timedout', errorMessage, stackTrace: [] };
      process.kill();
    });
    const invocation = {
      requestId,
      payload: job.payload,
      deadline: world.now() + seconds * 1000,
      functionArn: functionArn(lambda),
      traceId: newTraceId(world),
    };
    process.invoke(invocation, (result) => {
      instance.cancelTimer();
      if (stopped) job.done(stoppedError);
      else if (timedOut) fail(job, timedOut);
      else if (result.kind === 'error') fail(job, result);
      else job.done(result);
    });
  };

  const idle = (instance: Instance): void => {
    if (instance.state === 'starting') instance.cancelTimer();
    instance.state = 'idle';
    if (instance.retired) {
      instance.process?.kill();
      return;
    }
    if (instances.size > 1)
      instance.cancelTimer = world.after(keepWarmMilliseconds, () => {
        if (instance.state === 'idle') retire(instance);
      });
    dispatch();
  };

  const take = (instance: Instance, process: FunctionProcess): void => {
    instance.process = process;
    if (stopped || instance.retired) process.kill();
  };

  const start = (): void => {
    const instance: Instance = { state: 'starting', retired: false, cancelTimer: () => undefined };
    instances.add(instance);
    let loadsTooLong = false;
    instance.cancelTimer = world.after(functionLimits.initMilliseconds, () => {
      loadsTooLong = true;
      instance.process?.kill();
    });
    const ended = new Promise<void>((resolve) => {
      void startFunctionProcess({
        command: spec.runtime.command(),
        folder: spec.folder,
        arguments: spec.arguments,
        environment: spec.environment,
        idle: () => idle(instance),
        line: (stream, text) => log(stream, text, instance.hit ?? queue[0]?.hit),
        ended: (error) => {
          instance.cancelTimer();
          instances.delete(instance);
          const why = loadsTooLong ? tooLong : error;
          if (instance.state === 'idle' && error) log('stderr', error.errorMessage, instance.hit);
          // A function that does not load answers everybody who waits for it; the next message tries anew.
          if (instance.state === 'starting' && why) for (const job of queue.splice(0)) fail(job, why);
          dispatch();
          resolve();
        },
      }).then((process) => take(instance, process));
    });
    ends.add(ended);
    void ended.then(() => ends.delete(ended));
  };

  const dispatch = (): void => {
    for (const instance of instances) {
      const job = queue[0];
      if (!job) break;
      if (instance.state !== 'idle' || instance.retired || !instance.process) continue;
      queue.shift();
      give(instance, instance.process, job);
    }
    cancelGrowth?.();
    if (queue.length === 0 || stopped) return;
    const living = [...instances].filter((one) => !one.retired);
    if (living.length === 0) start();
    else if (living.length < mostInstances && !living.some((one) => one.state === 'starting'))
      cancelGrowth = world.after(patienceMilliseconds, start);
  };

  return {
    spec,
    invoke: (payload, hit) =>
      new Promise((done) => {
        queue.push({ payload, hit, done });
        dispatch();
      }),
    replace: () => {
      const warm = instances.size > 0;
      for (const instance of instances) retire(instance);
      if (warm) start();
    },
    stop: async () => {
      stopped = true;
      cancelGrowth?.();
      for (const job of queue.splice(0)) job.done(stoppedError);
      for (const instance of instances) instance.process?.kill();
      await Promise.all(ends);
    },
  };
}

const tooLong: FunctionError = {
  kind: 'error',
  errorType: 'Sandbox.Timedout',
  errorMessage: `The function did not load within ${functionLimits.initMilliseconds / 1000} seconds.`,
  stackTrace: [],
};

const stoppedError: FunctionError = {
  kind: 'error',
  errorType: 'Sandbox.Stopped',
  errorMessage: 'The emulator has stopped.',
  stackTrace: [],
};
