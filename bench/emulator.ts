import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forkEmulator } from '../client/emulator-process.ts';
import { stageOf } from '../core/api.ts';
import { readDefinitions } from '../core/formats/formats.ts';
import { emulatedTemplate } from './emulated-template.ts';
import type { Load, Seen } from './load.ts';
import { median, type Row } from './row.ts';

const rounds = 7;
const message = (action: string) => JSON.stringify({ action, text: 'x'.repeat(170) });

/** Round trips through the emulator, its events recorded, beside a bare `ws` server; run `npm run build` before. */
export async function* emulator(): AsyncGenerator<Row> {
  const echo = fork(programOf('echo.ts'));
  const load = fork(programOf('load.ts'));
  const folder = await mkdtemp(join(tmpdir(), 'routescope-bench-'));
  let events = 0;
  const listeners = { line: () => undefined, crashed: () => undefined };
  const gateway = forkEmulator(
    fileURLToPath(new URL('../dist/emulator.cjs', import.meta.url)),
    {},
    {
      ...listeners,
      events: (batch) => (events += batch.length),
    },
  );
  try {
    const [{ port }] = (await once(echo, 'message')) as [{ port: number }];
    const bare = `ws://127.0.0.1:${port}`;
    await writeFile(
      join(folder, 'app.mjs'),
      'export const handler = async () => ({ statusCode: 200, body: "ok" });\n',
    );
    const start = async (routes: number): Promise<string> => {
      const [api] = readDefinitions('template.yaml', emulatedTemplate(routes)).apis;
      if (!api) throw new Error('The template of the benchmark has no API.');
      const one = { api, file: join(folder, 'template.yaml'), stage: stageOf(api) };
      const ready = await gateway.run({ apis: [one], port: 0, runHandlers: true });
      return ready.apis[0]?.url ?? '';
    };
    const measure = async (
      url: string,
      action: string,
      connections: number,
      messages: number,
    ): Promise<Seen> => {
      const order: Load = { url, connections, messages, text: message(action) };
      load.send(order);
      const [seen] = (await once(load, 'message')) as [Seen];
      return seen;
    };
    const url = await start(10);
    await measure(url, 'handler', 1, 20);
    const memory = await memoryOf(gateway.pid);
    yield {
      text: 'memory of the emulator with one warm function, MiB',
      value: memory,
      goal: { text: 'below 120', met: memory < 120 },
    };
    for (const connections of [1, 50]) {
      const messages = connections === 1 ? 500 : 5000;
      const [ratios, more, handler]: [number[], number[], number[]] = [[], [], []];
      for (let round = 0; round <= rounds; round++) {
        const plain = await measure(bare, 'mock', connections, messages);
        const mock = await measure(url, 'mock', connections, messages);
        const own = await measure(url, 'handler', connections, connections === 1 ? messages : 100);
        // The first round warms everything up.
        if (round === 0) continue;
        ratios.push(mock.perSecond / plain.perSecond);
        more.push(mock.roundTrip - plain.roundTrip);
        handler.push(own.roundTrip - plain.roundTrip);
      }
      const share = median(ratios);
      const goal = { text: 'at least 0.7', met: share >= 0.7 };
      yield {
        text: `MOCK : bare ws, messages a second, ${connections} connections`,
        value: share,
        ...(connections > 1 && { goal }),
      };
      yield {
        text: `MOCK beyond bare ws, median round trip, ${connections} connections, ms`,
        value: median(more),
      };
      const beyond = median(handler);
      if (connections === 1)
        yield {
          text: 'warm handler beyond bare ws, median round trip, ms',
          value: beyond,
          goal: { text: 'below 0.6', met: beyond < 0.6 },
        };
    }
    const few = await measure(url, 'mock', 50, 5000);
    const many = await measure(await start(300), 'mock', 50, 5000);
    yield { text: 'messages a second with 10 routes : with 300', value: few.perSecond / many.perSecond };
    await measure(url, 'mock', 1000, 2000);
    yield { text: '1,000 connections, memory of the emulator, MiB', value: await memoryOf(gateway.pid) };
    yield { text: 'events recorded meanwhile', value: events };
  } finally {
    await gateway.stop();
    await Promise.all([echo, load].map(end));
    await rm(folder, { recursive: true });
  }
}

function programOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}

async function memoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
