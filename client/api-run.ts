import type { EmulatorEvent } from '../core/contracts/emulator.ts';
import type { ApiAddress, RoutedSample, RunningApi } from '../core/contracts/language.ts';
import type { PanelConnection, RunState } from '../core/contracts/panel.ts';
import type { Hit } from '../core/routing/trace.ts';
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
  /** Every emulator process counts its hits from 1; this is added to keep them apart. */
  hitOffset: number;
  lastHit: number;
  /** When its emulator crashed lately, in epoch milliseconds. */
  crashes: readonly number[];
}

export function newRun(address: ApiAddress): ApiRun {
  return {
    address,
    state: { state: 'stopped' },
    hits: [],
    hitsByRoute: new Map(),
    unrouted: 0,
    connections: [],
    traffic: new TrafficLog(),
    received: [],
    samples: [],
    draft: '',
    hitOffset: 0,
    lastHit: 0,
    crashes: [],
  };
}

/** Whether a hit is a message that no route fits. */
export function isUnrouted(hit: Hit): boolean {
  return hit.eventType === 'MESSAGE' && hit.route === null;
}

/** Takes what the emulator told; gives how many hits were among it. */
export function applyEvents(run: ApiRun, events: readonly EmulatorEvent[], maxHits: number): number {
  const before = run.lastHit;
  for (const event of events) applyEvent(run, renumbered(event, run.hitOffset));
  if (run.hits.length > maxHits) run.hits = run.hits.slice(-maxHits);
  return run.lastHit - before;
}

/** The process is gone, or going: its connections have ended. */
export function endProcess(run: ApiRun, why: string): void {
  delete run.emulator;
  run.connections = run.connections.map((connection) =>
    connection.open ? ended(connection, why) : connection,
  );
}

export function clearRun(run: ApiRun): void {
  run.hits = [];
  run.hitsByRoute.clear();
  run.unrouted = 0;
  run.traffic.clear();
  run.connections = run.connections.filter((connection) => connection.open);
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
  run.hits.push(hit);
  run.lastHit = Math.max(run.lastHit, hit.id);
  if (isUnrouted(hit)) run.unrouted++;
  if (hit.route !== null) run.hitsByRoute.set(hit.route, (run.hitsByRoute.get(hit.route) ?? 0) + 1);
  if (hit.eventType === 'MESSAGE') {
    const others = run.received.filter((text) => text !== hit.message);
    run.received = [hit.message, ...others].slice(0, maxReceived);
  }
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
