import * as l10n from '@vscode/l10n';
import { fileURLToPath } from 'node:url';
import { stageOf } from '../core/api.ts';
import type { Ready, RunApis } from '../core/contracts/emulator.ts';
import type { ApiAddress } from '../core/contracts/language.ts';
import type { ApiRun } from './api-run.ts';
import { type Emulator, forkEmulator } from './emulator-process.ts';
import { type LogLine, logLines } from './log-lines.ts';
import type { Session } from './session.ts';

/** What a run needs from the window around it. */
export interface RunWorld {
  /** The emulator's program. */
  readonly program: string;
  /** What its environment has beside that of this process. */
  readonly environment: Readonly<Record<string, string>>;
  port(): number;
  /** Origins of pages that may connect beside those of this machine. */
  allowedOrigins(): readonly string[];
  /** Whether people trust the workspace: handlers run only then. */
  trusted(): boolean;
  /** The address at which people reach a WebSocket address of this machine. */
  external(url: string): Promise<string>;
  log(line: LogLine): void;
  /** Tells the person that a run ended on its own, in one sentence. */
  warn(sentence: string, run: ApiRun): void;
}

/** Crashes within this time are one series, in milliseconds; a series of three ends the attempts. */
const crashWindow = 60_000;
const maxCrashes = 3;

/** Starts an API in an emulator of its own, and settles when it runs or has failed; nothing where it runs. */
export async function startApi(session: Session, address: ApiAddress, world: RunWorld): Promise<void> {
  const run = session.runOf(address);
  await run.ending;
  if (run.emulator) {
    await run.serving;
    return;
  }
  const known = session.find(address);
  if (!known)
    throw new Error(
      l10n.t('{0} is no longer defined in {1}.', session.nameOf(address), fileURLToPath(address.uri)),
    );
  const emulator = forkEmulator(world.program, world.environment, {
    events: (events) => {
      session.apply(run, events);
      for (const line of logLines(events)) world.log(line);
    },
    line: (text) => world.log({ text, level: 'info' }),
    crashed: (how) => {
      if (isCurrent())
        recover(session, run, how, world).catch((error: unknown) => world.warn(sentenceOf(error), run));
    },
  });
  const isCurrent = (): boolean => run.emulator === emulator;
  const others = session.runs.filter((other) => other.emulator).length;
  session.begin(run, emulator);
  try {
    await serve(session, run, emulator, portAfter(world.port(), others), world);
  } catch (error) {
    // It was stopped while it started.
    if (!isCurrent()) return;
    session.end(run, l10n.t('the emulator did not start'), { state: 'failed', message: sentenceOf(error) });
    await emulator.stop();
  }
}

/** Closes the API's clients and ends its emulator, and settles when it is gone; nothing while it is stopped. */
export async function stopApi(session: Session, address: ApiAddress): Promise<void> {
  const run = session.runOf(address);
  if (run.emulator) run.ending = run.emulator.stop();
  session.end(run, l10n.t('the API was stopped'), { state: 'stopped' });
  await run.ending;
}

/** Gives a running API its present definition and trust, if they changed: the next message is routed by them. */
export async function refreshApi(session: Session, run: ApiRun, world: RunWorld): Promise<void> {
  const { emulator, served } = run;
  if (!emulator || !served) return;
  // What is under way looks for changes itself when it is done.
  if (run.serving) await run.serving;
  else if (isOutdated(session, run, world)) await serve(session, run, emulator, served.port, world);
}

function serve(
  session: Session,
  run: ApiRun,
  emulator: Emulator,
  port: number,
  world: RunWorld,
): Promise<void> {
  const serving = serveUntilCurrent(session, run, emulator, port, world).finally(() => {
    if (run.serving === serving) delete run.serving;
  });
  run.serving = serving;
  return serving;
}

async function serveUntilCurrent(
  session: Session,
  run: ApiRun,
  emulator: Emulator,
  port: number,
  world: RunWorld,
): Promise<void> {
  do {
    const wanted = wantedRun(session, run, port, world);
    if (!wanted) return;
    run.served = wanted;
    await showReady(session, run, emulator, await emulator.run(wanted), world);
  } while (run.emulator === emulator && isOutdated(session, run, world));
}

function isOutdated(session: Session, run: ApiRun, world: RunWorld): boolean {
  if (!run.served) return false;
  const wanted = wantedRun(session, run, run.served.port, world);
  return wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(run.served);
}

function wantedRun(
  session: Session,
  { address }: ApiRun,
  port: number,
  world: RunWorld,
): RunApis | undefined {
  const api = session.find(address)?.api;
  if (!api) return undefined;
  return {
    apis: [{ api, file: fileURLToPath(address.uri), stage: stageOf(api) }],
    port,
    runHandlers: world.trusted(),
    allowedOrigins: world.allowedOrigins(),
  };
}

/** Every API has a port of its own, counted from the first; where ports end, the system chooses. */
function portAfter(first: number, others: number): number {
  return first === 0 || first + others > 65_535 ? 0 : first + others;
}

async function showReady(
  session: Session,
  run: ApiRun,
  emulator: Emulator,
  ready: Ready,
  world: RunWorld,
): Promise<void> {
  const api = ready.apis[0];
  if (!api) throw new Error(l10n.t('The emulator runs no API.'));
  const url = await world.external(api.url);
  // It was stopped meanwhile, or stopped and started.
  if (run.emulator !== emulator) return;
  const notice =
    ready.busyPort === undefined
      ? undefined
      : l10n.t('Port {0} is in use; the gateway listens on {1}.', ready.busyPort, ready.port);
  session.setState(run, {
    state: 'running',
    url,
    connections: api.connections,
    ...(notice !== undefined && { notice }),
  });
}

async function recover(session: Session, run: ApiRun, how: string, world: RunWorld): Promise<void> {
  const now = Date.now();
  const starting = run.state.state !== 'running';
  const crashes = [...run.crashes.filter((at) => now - at < crashWindow), now];
  const text = l10n.t('The emulator of {0} stopped unexpectedly ({1}).', session.nameOf(run.address), how);
  run.crashes = crashes;
  session.end(run, l10n.t('the emulator stopped unexpectedly'), { state: 'failed', message: text });
  session.apply(run, [{ type: 'notice', at: now, level: 'error', text }]);
  if (starting) return;
  if (crashes.length < maxCrashes) {
    world.warn(`${text} ${l10n.t('It was started again; clients have to connect anew.')}`, run);
    await startApi(session, run.address, world);
  } else
    world.warn(
      `${text} ${l10n.t('It happened {0} times within a minute and was not started again.', maxCrashes)}`,
      run,
    );
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
