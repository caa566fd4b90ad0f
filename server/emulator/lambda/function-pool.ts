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
  const functions = new Map<string, { readonly identity: string; readonly instances: FunctionInstances }>();
  const watcher = watchCode((folder) => {
    for (const { instances } of functions.values()) if (instances.spec.folder === folder) instances.replace();
  });

  const instancesOf = ({ api, lambda, code }: FunctionAddress): FunctionInstances => {
    const key = `${api.key}\n${lambda.logicalId}`;
    const spec: FunctionSpec = {
      api: api.api.logicalId,
      lambda,
      runtime: code.runtime,
      folder: code.folder,
      arguments: [code.file, code.exported],
      environment: {
        ...functionEnvironment(lambda, code),
        ROUTESCOPE_GATEWAY: JSON.stringify(gateway()),
      },
    };
    const identity = JSON.stringify([spec.arguments, spec.environment, lambda.timeoutInSeconds]);
    const known = functions.get(key);
    if (known?.identity === identity) return known.instances;
    void known?.instances.stop();
    const instances = createInstances(world, emit, spec);
    functions.set(key, { identity, instances });
    watcher.follow(code.folder, code.runtime.extensions);
    return instances;
  };

  return {
    invoke: (address, payload, hit) => instancesOf(address).invoke(payload, hit),
    stop: async () => {
      await watcher.close();
      await Promise.all([...functions.values()].map(({ instances }) => instances.stop()));
      functions.clear();
    },
  };
}
