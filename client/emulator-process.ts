import * as l10n from '@vscode/l10n';
import { fork } from 'node:child_process';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';
import {
  closeClient,
  emulatorEvents,
  openClient,
  runApis,
  sendMessage,
  stopApis,
  type ClientOpened,
  type ClientRefused,
  type EmulatorEvent,
  type OpenClient,
  type Ready,
  type RunApis,
} from '../core/contracts/emulator.ts';
import type { Request } from '../core/contracts/message.ts';

/** Time for `$disconnect` functions to end before the process is killed, in milliseconds. */
const stopTimeout = 5000;

/** A running emulator process. Requests fail with one sentence when it is gone. */
export interface Emulator {
  /** Its process id; absent where it could not be started. */
  readonly pid: number | undefined;
  run(apis: RunApis): Promise<Ready>;
  openClient(client: OpenClient): Promise<ClientOpened | ClientRefused>;
  send(client: number, text: string): Promise<void>;
  close(client: number): Promise<void>;
  /** Ends it in good order; settles when the process is gone. */
  stop(): Promise<void>;
}

export interface EmulatorListeners {
  events(events: readonly EmulatorEvent[]): void;
  /** A line that the process wrote. */
  line(text: string): void;
  /** The process ended without having been asked to; says how in a few words. */
  crashed(how: string): void;
}

/** Starts the emulator's program in a process of its own; `environment` is added to this one's. */
export function forkEmulator(
  program: string,
  environment: Readonly<Record<string, string>>,
  listeners: EmulatorListeners,
): Emulator {
  const child = fork(program, [], {
    execArgv: [],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  let stopping = false;
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  void watch();
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.trimEnd().split('\n')) listeners.line(line);
    });
  connection.onNotification(emulatorEvents.method, (events: readonly EmulatorEvent[]) =>
    listeners.events(events),
  );
  connection.listen();

  async function watch(): Promise<void> {
    const how = await gone;
    // Rejects what is still waiting for an answer.
    connection.dispose();
    if (!stopping) listeners.crashed(how);
  }

  async function ask<Params, Result>(request: Request<Params, Result>, params: Params): Promise<Result> {
    try {
      return await connection.sendRequest<Result>(request.method, params);
    } catch (error) {
      if (child.connected) throw error;
      throw new Error(l10n.t('The emulator stopped unexpectedly ({0}).', await gone), { cause: error });
    }
  }

  return {
    pid: child.pid,
    run: (apis) => ask(runApis, apis),
    openClient: (client) => ask(openClient, client),
    send: (client, text) => ask(sendMessage, { client, text }),
    close: (client) => ask(closeClient, { client }),
    async stop() {
      stopping = true;
      const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeout);
      await ask(stopApis, undefined).catch(() => undefined);
      if (child.connected) child.disconnect();
      await gone;
      clearTimeout(timer);
    },
  };
}
