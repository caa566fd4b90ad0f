import type { EmulatorEvent } from '../../../core/contracts/emulator.ts';
import type { World } from '../world.ts';
import type { FunctionSpec, Instance, InstanceListener, Job } from './function-instance.ts';
import { startInstance } from './function-instance.ts';
import type { FunctionResult } from './function-process.ts';
import type { FunctionError } from './runtime-api.ts';

/** The processes of one function. */
export interface FunctionInstances {
  readonly spec: FunctionSpec;
  readonly invoke: (payload: string, hit: number) => Promise<FunctionResult>;
  /** Lets new processes take over: those at work finish what they do. */
  readonly replace: () => void;
  /** Takes no more work; its processes end when they have none. */
  readonly drain: () => void;
  /** Ends its processes at once. */
  readonly stop: () => Promise<void>;
}

/** More would not be faster on one machine, and each takes some 40 MB. */
const mostInstances = 10;
/** A warm process that answers within this time is sooner than a new one. */
const patienceMilliseconds = 50;
/** Processes beside the first end after being idle for so long. */
const keepWarmMilliseconds = 60_000;

/** Makes the processes of a function: one for every run at the same time, kept warm. */
export function createInstances(
  world: World,
  emit: (event: EmulatorEvent) => void,
  spec: FunctionSpec,
): FunctionInstances {
  const instances = new Set<Instance>();
  const queue: Job[] = [];
  let cancelGrowth: (() => void) | undefined;
  let draining = false;
  let stopped = false;

  const line: InstanceListener['line'] = (stream, text, hit = queue[0]?.hit) => {
    const source = { api: spec.api, function: spec.lambda.logicalId };
    emit({ type: 'log', at: world.now(), ...source, stream, text, ...(hit !== undefined && { hit }) });
  };

  const finish = (job: Job, result: FunctionResult): void => {
    if (result.kind === 'error' && !stopped)
      for (const text of describeError(result)) line('stderr', text, job.hit);
    job.done(stopped ? stoppedError : result);
  };

  const dispatch = (): void => {
    for (const instance of instances) {
      const job = queue[0];
      if (!job) break;
      if (instance.state !== 'idle' || instance.retired) continue;
      queue.shift();
      instance.give({ ...job, done: (result) => finish(job, result) });
    }
    cancelGrowth?.();
    if (queue.length === 0 || stopped) return;
    const living = [...instances].filter(({ retired }) => !retired);
    if (living.length === 0) start();
    else if (living.length < mostInstances && living.every(({ state }) => state !== 'starting'))
      cancelGrowth = world.after(patienceMilliseconds, start);
  };

  const start = (): void => {
    instances.add(
      startInstance(world, spec, {
        line,
        idle: (instance) => {
          dispatch();
          if (instance.state !== 'idle') return;
          if (draining) instance.retire();
          else if (instances.size > 1) endWhenIdle(instance);
        },
        // Everybody who waits for it is answered; the next message tries anew, perhaps with mended code.
        didNotLoad: (error) => {
          for (const job of queue.splice(0)) finish(job, error);
        },
        ended: (instance) => {
          instances.delete(instance);
          dispatch();
        },
      }),
    );
  };

  const endWhenIdle = (instance: Instance): void => {
    const runs = instance.runs;
    world.after(keepWarmMilliseconds, () => {
      if (instance.state === 'idle' && instance.runs === runs && instances.size > 1) instance.retire();
    });
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
      for (const instance of instances) instance.retire();
      if (warm) start();
    },
    drain: () => {
      draining = true;
      for (const instance of instances) instance.retire();
    },
    stop: async () => {
      stopped = true;
      cancelGrowth?.();
      for (const job of queue.splice(0)) finish(job, stoppedError);
      for (const instance of instances) instance.kill();
      await Promise.all([...instances].map(({ ended }) => ended));
    },
  };
}

function describeError({ errorType, errorMessage, stackTrace }: FunctionError): string[] {
  return [`${errorType}: ${errorMessage}`, ...stackTrace].join('\n').split('\n');
}

const stoppedError: FunctionError = {
  kind: 'error',
  errorType: 'Sandbox.Stopped',
  errorMessage: 'The emulator has stopped.',
  stackTrace: [],
};
