import { statSync } from 'node:fs';
import type { LambdaFunction } from '../../../core/api.ts';
import type { EmulatorEvent } from '../../../core/contracts/emulator.ts';
import type { RunningApi } from '../running-api.ts';
import type { World } from '../world.ts';
import { watchCode } from './code-watch.ts';
import { functionEnvironment } from './environment.ts';
import type { FoundCode } from './function-code.ts';
import type { FunctionSpec } from './function-instance.ts';
import type { FunctionInstances } from './function-instances.ts';
import { createInstances } from './function-instances.ts';
import { removeInlineCode } from './inline-code.ts';
import type { FunctionResult } from './function-process.ts';

/** A function of an API with its code. */
export interface FunctionAddress {
  readonly api: RunningApi;
  readonly lambda: LambdaFunction;
  readonly code: FoundCode;
}

/** The processes of all functions; the only place that knows them. */
export interface FunctionPool {
  /** Runs a function; a failure is a result too. The hit marks the lines that the function writes. */
  invoke(address: FunctionAddress, payload: string, hit: number): Promise<FunctionResult>;
  /** Lets go of the functions that these APIs do not have: their processes end when they have no work. */
  retain(apis: readonly RunningApi[]): void;
  /** Ends every process. */
  stop(): Promise<void>;
}

/** What functions must know of the gateway so that they reach it under its AWS names. */
export interface GatewayAddress {
  readonly port: number;
  readonly hosts: readonly string[];
}

/** Makes the pool; processes are started when they are needed and replaced when their code changes. */
export function createFunctionPool(
  world: World,
  emit: (event: EmulatorEvent) => void,
  gateway: () => GatewayAddress,
): FunctionPool {
  const functions = new Map<string, KnownFunction>();
  // With those whose definition has changed, which may still be at work.
  const all = new Set<FunctionInstances>();
  const watcher = watchCode((folder) => {
    for (const { instances } of functions.values()) if (instances.spec.folder === folder) instances.replace();
  });

  let served: ReadonlySet<string> | undefined;
  const forget = (key: string): void => {
    functions.get(key)?.instances.drain();
    functions.delete(key);
  };

  const instancesOf = (address: FunctionAddress): FunctionInstances => {
    const { api, lambda, code } = address;
    const key = keyOf(api, lambda);
    const known = functions.get(key);
    const stamp = stampOf(code.file);
    if (known?.file === code.file) {
      // The watcher tells of a change only after a while; who saves and sends at once gets the new code.
      if (known.stamp !== stamp) known.instances.replace();
      known.stamp = stamp;
      if (known.lambda === lambda) return known.instances;
    }
    const spec = specOf(address, gateway());
    const identity = JSON.stringify([spec.arguments, spec.environment, lambda.timeoutInSeconds]);
    // A definition that was read anew, and says the same of the function, leaves its processes alone.
    const same = known?.identity === identity ? known.instances : undefined;
    if (!same) known?.instances.drain();
    const instances = same ?? createInstances(world, emit, spec);
    all.add(instances);
    functions.set(key, { lambda, file: code.file, stamp, identity, instances });
    watcher.follow(code.folder, code.runtime.extensions);
    return instances;
  };

  return {
    invoke: (address, payload, hit) => {
      const result = instancesOf(address).invoke(payload, hit);
      const key = keyOf(address.api, address.lambda);
      // `$disconnect` of an API that is no longer served runs once more.
      return served?.has(key) === false ? result.finally(() => forget(key)) : result;
    },
    retain: (apis) => {
      served = new Set(apis.flatMap((api) => api.api.functions.map((lambda) => keyOf(api, lambda))));
      for (const key of functions.keys()) if (!served.has(key)) forget(key);
      const folders = new Set([...functions.values()].map(({ instances }) => instances.spec.folder));
      watcher.retain(folders);
    },
    stop: async () => {
      await watcher.close();
      await Promise.all([...all].map((instances) => instances.stop()));
      removeInlineCode();
    },
  };
}

function keyOf(api: RunningApi, lambda: LambdaFunction): string {
  return `${api.key}\n${lambda.logicalId}`;
}

interface KnownFunction {
  readonly lambda: LambdaFunction;
  readonly file: string;
  /** When the file was written last, and its size, at the last run. */
  stamp: string | undefined;
  /** All that its processes were started with, as text. */
  readonly identity: string;
  readonly instances: FunctionInstances;
}

function stampOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.mtimeMs} ${found.size}`;
}

function specOf({ api, lambda, code }: FunctionAddress, gateway: GatewayAddress): FunctionSpec {
  return {
    api: api.api.logicalId,
    lambda,
    runtime: code.runtime,
    folder: code.folder,
    arguments: [code.file, code.exported],
    environment: {
      ...functionEnvironment(lambda, code),
      ROUTESCOPE_GATEWAY: JSON.stringify(gateway),
    },
  };
}
