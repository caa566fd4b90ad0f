import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { obtainWorkbench } from './obtain-workbench.ts';

export interface WorkbenchOptions {
  /** Where this VS Code keeps its settings and extensions. */
  readonly dataFolder: string;
  /** The packed extension to install; absent for none. */
  readonly extension?: string;
  /** Written as the user's settings. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Whether folders are trusted without asking. */
  readonly trusted: boolean;
  /** Whether a page may load an extension and its tests from a folder. */
  readonly testing?: boolean;
  /** Gets every line that the server prints. */
  readonly log?: (line: string) => void;
}

export interface ServedWorkbench {
  /** Where it listens, `127.0.0.1:PORT`. */
  readonly host: string;
  /** The address of its page, with the token that alone opens it: who reads it can do there what you can. */
  address(query: Readonly<Record<string, string>>): string;
  /** Settles when the server has ended, however it came to that. */
  readonly ended: Promise<void>;
  /** Ends the server and its extension hosts. */
  stop(): Promise<void>;
}

/** Starts a real VS Code on a free loopback port; the promise settles when its page can be opened. */
export async function serveWorkbench(options: WorkbenchOptions): Promise<ServedWorkbench> {
  const entry = await obtainWorkbench();
  const settingsFile = join(options.dataFolder, 'data/User/settings.json');
  mkdirSync(dirname(settingsFile), { recursive: true });
  writeFileSync(settingsFile, JSON.stringify(options.settings, null, 2));
  const data = ['--server-data-dir', options.dataFolder, '--accept-server-license-terms'];
  if (options.extension !== undefined) {
    const install = start([entry, '--install-extension', options.extension, '--force', ...data], options.log);
    if ((await install.ended) !== 0) throw new Error(`VS Code did not install ${options.extension}.`);
  }

  // In a file, because every user of the machine can read the arguments of a process.
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(options.dataFolder, 'token');
  rmSync(tokenFile, { force: true });
  writeFileSync(tokenFile, token, { mode: 0o600 });

  const port = await freePort();
  const server = start(
    [
      entry,
      '--host=127.0.0.1',
      `--port=${port}`,
      '--connection-token-file',
      tokenFile,
      '--disable-telemetry',
      ...(options.trusted ? ['--disable-workspace-trust'] : []),
      ...(options.testing === true ? ['--enable-smoke-test-driver'] : []),
      ...data,
    ],
    options.log,
    'Web UI available',
  );
  const endedEarly = server.ended.then((status) => {
    throw new Error(`VS Code ended with ${status} before it served its page.`);
  });
  await Promise.race([server.ready, endedEarly]);
  endedEarly.catch(() => undefined);
  const host = `127.0.0.1:${port}`;
  return {
    host,
    address: (query) => `http://${host}/?${new URLSearchParams({ tkn: token, ...query }).toString()}`,
    ended: server.ended.then(() => undefined),
    async stop() {
      server.kill();
      await server.ended;
    },
  };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

function start(args: readonly string[], log: ((line: string) => void) | undefined, readyWhen?: string) {
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const ready = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split('\n').filter(Boolean)) log?.(line);
        if (readyWhen !== undefined && text.includes(readyWhen)) done();
      });
  });
  return { ended, ready, kill: () => child.kill('SIGTERM') };
}
