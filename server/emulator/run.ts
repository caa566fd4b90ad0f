import type { EmulatorEvent, Frame, Notice } from '../../core/contracts/emulator.ts';
import type { Connection, Connections } from './connections.ts';
import type { FunctionPool } from './lambda/function-pool.ts';
import type { RunningApi } from './running-api.ts';
import { gatewayLimits } from './limits.ts';
import type { World } from './world.ts';

/** What the parts of a running gateway share. */
export interface Run {
  readonly world: World;
  readonly connections: Connections;
  readonly functions: FunctionPool;
  /** The APIs as last given; a message is routed by what is here when it comes. */
  apis: readonly RunningApi[];
  runHandlers: boolean;
  /** Origins of web pages that may call, beside those of this machine; `*` lets everybody call. */
  allowedOrigins: readonly string[];
  /** No handshake is accepted any more. */
  stopping: boolean;
  emit(event: EmulatorEvent): void;
  /** Tells the person something, once for every different text, or once for the key where there is one. */
  tell(level: Notice['level'], text: string, api?: RunningApi, key?: string): void;
  /** The number of the next hit. */
  nextHit(): number;
}

/** So many different notices are told; whoever has not read them does not read the next ones either. */
const mostNotices = 1000;

/** Makes `tell`: notices that were told are not told again. */
export function tellOnce(world: World, emit: (event: EmulatorEvent) => void): Run['tell'] {
  const told = new Set<string>();
  return (level, text, api, key = text) => {
    const known = `${api?.key ?? ''}\n${key}`;
    if (told.has(known) || told.size >= mostNotices) return;
    told.add(known);
    emit({ type: 'notice', at: world.now(), level, text, ...(api && { api: api.api.logicalId }) });
  };
}

/** Sends a text frame to a client, in pieces of the greatest frame size; false where the client is gone. */
export function sendFrame(
  run: Run,
  connection: Connection,
  text: string,
  origin: Exclude<Frame['origin'], 'client'>,
  hit?: number,
): boolean {
  if (connection.closing || connection.socket.readyState !== 1) return false;
  const bytes = sendText(connection, text);
  const at = run.world.now();
  connection.lastActiveAt = at;
  run.emit({
    type: 'frame',
    at,
    api: connection.api.api.logicalId,
    connectionId: connection.id,
    direction: 'out',
    origin,
    text,
    bytes,
    ...(hit !== undefined && { hit }),
  });
  return true;
}

function sendText({ socket }: Connection, text: string): number {
  const { frameBytes } = gatewayLimits;
  // A text of so few characters cannot need more than one frame, whatever the characters are.
  if (text.length * 3 <= frameBytes) {
    socket.send(text);
    return Buffer.byteLength(text);
  }
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += frameBytes) {
    const fin = start + frameBytes >= bytes.length;
    socket.send(bytes.subarray(start, start + frameBytes), { binary: false, fin });
  }
  return bytes.length;
}
