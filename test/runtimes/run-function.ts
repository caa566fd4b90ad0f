import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { locateFunction } from '../../server/emulator/lambda/function-code.ts';
import { createFunctionPool } from '../../server/emulator/lambda/function-pool.ts';
import type { FunctionResult } from '../../server/emulator/lambda/function-process.ts';
import { prepareApis } from '../../server/emulator/running-api.ts';
import { realWorld } from '../../server/emulator/world.ts';
import { anApi, text } from '../emulator/an-api.ts';

/** What a function came to, and what it wrote. */
export interface FunctionRun {
  readonly result: FunctionResult;
  readonly lines: readonly string[];
}

export interface RunOptions {
  readonly runtime: string;
  readonly handler: string;
  /** Packages of this project that the function has installed. */
  readonly packages?: readonly string[];
}

/** Runs a function once in its own process; it may take two seconds. */
export async function runFunction(
  files: Readonly<Record<string, string>>,
  { runtime, handler, packages = [] }: RunOptions,
  event: unknown,
): Promise<FunctionRun> {
  const folder = mkdtempSync(join(tmpdir(), 'routescope-test-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  for (const name of packages) {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
  const lines: string[] = [];
  const pool = createFunctionPool(
    realWorld,
    (told) => {
      if (told.type === 'log') lines.push(told.text);
    },
    () => ({ port: 0, hosts: [] }),
  );
  try {
    const functions = { F: { handler: text(handler), runtime, timeoutInSeconds: 2 } };
    const file = join(folder, 'template.yaml');
    const [api] = prepareApis([{ api: anApi({ routes: {}, functions }), file, stage: 'prod' }]);
    const [lambda] = api?.api.functions ?? [];
    if (!api || !lambda) throw new Error('the sketch has no function');
    const code = locateFunction(lambda, file);
    if (code.kind === 'absent') throw new Error(code.why);
    const result = await pool.invoke({ api, lambda, code }, JSON.stringify(event), 1);
    return { result, lines };
  } finally {
    await pool.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
