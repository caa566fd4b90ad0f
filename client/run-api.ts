import { fileURLToPath } from 'node:url';
import { stageOf, type Api } from '../core/api.ts';
import type { Ready, RunnableApi } from '../core/contracts/emulator.ts';
import type { ApiAddress, DefinitionFile } from '../core/contracts/language.ts';
import type { RunState } from '../core/contracts/panel.ts';
import { type ApiRun, endProcess } from './api-run.ts';
import { forkEmulator } from './emulator-process.ts';
import { type LogLine, logLines } from './log-lines.ts';
import type { Session } from './session.ts';

/** What a run needs from the window around it. */
export interface RunWorld {
  /** The emulator's program. */
  readonly program: string;
  port(): number;
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

/** Starts an API in an emulator of its own; does nothing while it starts or runs. */
export async function startApi(session: Session, address: ApiAddress, world: RunWorld): Promise<void> {
  const run = session.runOf(address);
  await run.ending;
  if (run.emulator) return;
  const known = session.find(address);
  if (!known)
    throw new Error(`${session.nameOf(address)} is no longer defined in ${fileURLToPath(address.uri)}.`);
  const emulator = forkEmulator(world.program, {
    events: (events) => {
      session.apply(run, events);
      for (const line of logLines(events)) world.log(line);
    },
    line: (text) => world.log({ text, level: 'info' }),
    crashed: (how) => {
      if (isCurrent()) void recover(session, run, how, world);
    },
  });
  const isCurrent = (): boolean => run.emulator === emulator;
  const others = session.runs.filter((other) => other.emulator).length;
  session.update(run, () => {
    run.emulator = emulator;
    run.hitOffset = run.lastHit;
    run.state = { state: 'starting' };
  });
  try {
    const ready = await emulator.run({
      apis: [runnable(known.api, address)],
      port: world.port() + others,
      runHandlers: world.trusted(),
    });
    await showReady(session, run, ready, world);
  } catch (error) {
    // It was stopped while it started.
    if (!isCurrent()) return;
    const message = error instanceof Error ? error.message : String(error);
    end(session, run, 'the emulator did not start', { state: 'failed', message });
    await emulator.stop();
  }
}

/** Closes the API's clients and ends its emulator, and settles when it is gone; nothing while it is stopped. */
export async function stopApi(session: Session, address: ApiAddress): Promise<void> {
  const run = session.runOf(address);
  if (run.emulator) run.ending = run.emulator.stop();
  end(session, run, 'the API was stopped', { state: 'stopped' });
  await run.ending;
}

/** Gives a running API its present definition and trust: the next message is routed by them. */
export async function refreshApi(session: Session, run: ApiRun, world: RunWorld): Promise<void> {
  const known = session.find(run.address);
  if (!run.emulator || run.state.state !== 'running' || !known) return;
  const ready = await run.emulator.run({
    apis: [runnable(known.api, run.address)],
    port: world.port(),
    runHandlers: world.trusted(),
  });
  await showReady(session, run, ready, world);
}

/** The running APIs whose definition differs between two readings of the workspace. */
export function changedRuns(
  runs: readonly ApiRun[],
  before: readonly DefinitionFile[],
  now: readonly DefinitionFile[],
): readonly ApiRun[] {
  return runs.filter(({ emulator, address }) => {
    const present = definitionText(now, address);
    return emulator && present !== undefined && present !== definitionText(before, address);
  });
}

function definitionText(definitions: readonly DefinitionFile[], { uri, logicalId }: ApiAddress) {
  const file = definitions.find((one) => one.uri === uri);
  return JSON.stringify(file?.apis.find((api) => api.logicalId === logicalId));
}

async function showReady(session: Session, run: ApiRun, ready: Ready, world: RunWorld): Promise<void> {
  const api = ready.apis[0];
  if (!api) throw new Error('The emulator runs no API.');
  const url = await world.external(api.url);
  const notice =
    ready.busyPort === undefined
      ? undefined
      : `Port ${ready.busyPort} was taken; listening on ${ready.port} instead.`;
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
  const text = `The emulator of ${session.nameOf(run.address)} stopped unexpectedly (${how}).`;
  run.crashes = crashes;
  end(session, run, 'the emulator stopped unexpectedly', { state: 'failed', message: text });
  session.apply(run, [{ type: 'notice', at: now, level: 'error', text }]);
  if (starting) return;
  if (crashes.length < maxCrashes) {
    world.warn(`${text} It was started again; clients have to connect anew.`, run);
    await startApi(session, run.address, world);
  } else
    world.warn(`${text} It happened ${maxCrashes} times within a minute and was not started again.`, run);
}

function end(session: Session, run: ApiRun, why: string, state: RunState): void {
  session.update(run, () => {
    endProcess(run, why);
    run.state = state;
  });
}

function runnable(api: Api, address: ApiAddress): RunnableApi {
  return { api, file: fileURLToPath(address.uri), stage: stageOf(api) };
}
