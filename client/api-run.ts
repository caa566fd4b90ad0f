import type { EmulatorEvent, RunApis } from '../core/contracts/emulator.ts';
import type { ApiAddress, RoutedSample, RunningApi } from '../core/contracts/language.ts';
import type { PanelConnection, RunState } from '../core/contracts/panel.ts';
import type { Hit } from '../core/routing/trace.ts';
import { boundHits, cutDetails } from './bound-hits.ts';
import type { Emulator } from './emulator-process.ts';
import { TrafficLog } from './traffic-log.ts';

/** Messages that are offered as samples; the contract with the language server allows no more. */
const maxReceived = 20;
/** Ended connections that are still listed. */
const maxEnded = 20;

/** What the client knows of one API: its run, and what came of it, over all runs since the window opened. */
export interface ApiRun {
  readonly address: ApiAddress;
  state: RunState;
  emulator?: Emulator;
  /** What the emulator was given last. */
  served?: RunApis;
  /** Settles when the emulator has been given the present definition, or has failed. */
  serving?: Promise<void>;
  /** Whether the workspace still defines it. One that runs can be stopped even where it does not. */
  isDefined: boolean;
  /** Settles when the emulator that was stopped last is gone. */
  ending?: Promise<void>;
  /** Gives the client that is being opened for messages that wait for one. */
  opening?: Promise<number | undefined>;
  /** Newest last. */
  hits: Hit[];
  readonly hitsByRoute: Map<string, number>;
  /** Messages that matched no route. */
  unrouted: number;
  connections: readonly PanelConnection[];
  readonly traffic: TrafficLog;
  /** Newest first. */
  received: readonly string[];
  samples: readonly RoutedSample[];
  draft: string;
  /** Hits since the person last looked at the tree. */
  unseenHits: number;
  /** Every emulator process counts its hits from 1; this is added to keep them apart. */
  hitOffset: number;
  /** The highest hit that any event named. */
  lastHit: number;
  /** When its emulator crashed lately, in epoch milliseconds. */
  crashes: readonly number[];
}

/** An API of which nothing has happened yet. */
export function newRun(address: ApiAddress): ApiRun {
  return {
    address,
    isDefined: true,
    state: { state: 'stopped' },
    hits: [],
    hitsByRoute: new Map(),
    unrouted: 0,
    connections: [],
    traffic: new TrafficLog(),
    received: [],
    samples: [],
    draft: '',
    unseenHits: 0,
    hitOffset: 0,
    lastHit: 0,
    crashes: [],
  };
}

/** Whether a hit is a message that no route fits. */
export function isUnrouted(hit: Hit): boolean {
  return hit.eventType === 'MESSAGE' && hit.route === null;
}

/** Takes what the emulator told. */
export function applyEvents(run: ApiRun, events: readonly EmulatorEvent[], maxHits: number): void {
  for (const event of events) applyEvent(run, renumbered(event, run.hitOffset));
  run.hits = boundHits(run.hits, maxHits);
}

/** A new process serves the API: nothing that an earlier one left open is completed by it. */
export function beginProcess(run: ApiRun, emulator: Emulator): void {
  run.emulator = emulator;
  run.state = { state: 'starting' };
  run.hitOffset = run.lastHit;
  run.traffic.closeOpenRows();
}

/** The process is gone, or going: its connections have ended. */
export function endProcess(run: ApiRun, why: string, state: RunState): void {
  delete run.emulator;
  run.state = state;
  run.connections = run.connections.map((connection) =>
    connection.open ? ended(connection, why) : connection,
  );
}

/** Forgets what came of the API: hits, traffic, ended connections, and a failure to run. */
export function clearRun(run: ApiRun): void {
  run.hits = [];
  run.unseenHits = 0;
  run.hitsByRoute.clear();
  run.unrouted = 0;
  run.traffic.clear();
  run.connections = run.connections.filter((connection) => connection.open);
  if (run.state.state === 'failed') run.state = { state: 'stopped' };
}

/** A handshake that was refused, as a connection that never opened. */
export function addRefused(run: ApiRun, at: number, status: number, body: string): void {
  const answer = status === 0 ? body : `${status} ${messageOf(body)}`.trim();
  const refused = { connectionId: '', since: at, open: false, ended: answer };
  run.connections = bounded([...run.connections, refused]);
}

/** What the language server is told of a run; undefined while it does not run. */
export function runningApi(run: ApiRun): RunningApi | undefined {
  if (run.state.state !== 'running') return undefined;
  return {
    ...run.address,
    url: run.state.url,
    hits: Object.fromEntries(run.hitsByRoute),
    received: run.received,
  };
}

function applyEvent(run: ApiRun, event: EmulatorEvent): void {
  run.lastHit = Math.max(run.lastHit, hitOf(event) ?? 0);
  run.traffic.add(event);
  if (event.type === 'hit') applyHit(run, event.hit);
  if (event.type === 'connected') {
    const { connectionId, client, at } = event;
    const connection = { connectionId, since: at, open: true, ...(client !== undefined && { client }) };
    run.connections = bounded([...run.connections, connection]);
  }
  if (event.type === 'disconnected') {
    run.connections = run.connections.map((connection) =>
      connection.connectionId === event.connectionId
        ? ended(connection, `${event.code} ${event.reason}`.trim())
        : connection,
    );
  }
}

function applyHit(run: ApiRun, hit: Hit): void {
  run.hits.push(cutDetails(hit));
  run.unseenHits++;
  if (isUnrouted(hit)) run.unrouted++;
  if (hit.route !== null) run.hitsByRoute.set(hit.route, (run.hitsByRoute.get(hit.route) ?? 0) + 1);
  if (hit.eventType === 'MESSAGE') {
    const others = run.received.filter((text) => text !== hit.message);
    run.received = [hit.message, ...others].slice(0, maxReceived);
  }
}

function hitOf(event: EmulatorEvent): number | undefined {
  if (event.type === 'hit') return event.hit.id;
  return event.type === 'frame' || event.type === 'log' ? event.hit : undefined;
}

/** API Gateway's bodies are JSON with a `message`. */
function messageOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed && 'message' in parsed) return String(parsed.message);
  } catch {
    // Another server answered on the port.
  }
  return body;
}

function renumbered(event: EmulatorEvent, offset: number): EmulatorEvent {
  if (event.type === 'hit') return { ...event, hit: { ...event.hit, id: event.hit.id + offset } };
  if ((event.type === 'frame' || event.type === 'log') && event.hit !== undefined)
    return { ...event, hit: event.hit + offset };
  return event;
}

function ended(connection: PanelConnection, how: string): PanelConnection {
  return { connectionId: connection.connectionId, since: connection.since, open: false, ended: how };
}

function bounded(connections: readonly PanelConnection[]): readonly PanelConnection[] {
  const closed = connections.filter((connection) => !connection.open);
  const dropped = new Set(closed.slice(0, Math.max(0, closed.length - maxEnded)));
  return connections.filter((connection) => !dropped.has(connection));
}
