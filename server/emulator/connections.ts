import type { WebSocket } from 'ws';
import type { RunningApi } from './running-api.ts';
import type { World } from './world.ts';

/** A client that the gateway has accepted. */
export interface Connection {
  readonly id: string;
  /** Its API as last defined. */
  api: RunningApi;
  readonly socket: WebSocket;
  readonly identity: Identity;
  /** Epoch milliseconds, as all times. */
  readonly connectedAt: number;
  lastActiveAt: number;
  /** How the gateway ends the connection; the client's own close frame otherwise tells. */
  closing?: Closing | undefined;
}

/** Who connected, as events and `@connections` tell it. */
export interface Identity {
  readonly userAgent?: string;
  readonly sourceIp: string;
}

export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** The open connections of one gateway; the only place that knows them. */
export interface Connections {
  add(connection: Connection): void;
  /** The connection with the id, unless it is gone or going. */
  find(id: string): Connection | undefined;
  all(): readonly Connection[];
  /** Closes a connection from the gateway's side; `$disconnect` gets the same code and reason. */
  close(connection: Connection, closing: Closing): void;
  /** Forgets a connection whose socket has closed. */
  remove(connection: Connection): void;
}

/** How long connections may live and be silent, in milliseconds. */
export interface Durations {
  readonly idleMilliseconds: number;
  readonly lifeMilliseconds: number;
}

const goingAway: Closing = { code: 1001, reason: 'Going away' };

/** Makes the table of open connections, which also closes those that are idle or too old. */
export function createConnections(world: World, durations: Durations): Connections {
  const open = new Map<string, { readonly connection: Connection; readonly forget: () => void }>();

  const close = (connection: Connection, closing: Closing): void => {
    if (connection.closing) return;
    connection.closing = closing;
    connection.socket.close(closing.code, closing.reason);
  };

  /** One timer for both limits: set anew only when it fires, so that a message costs nothing but a number. */
  const watch = (connection: Connection): (() => void) => {
    let cancel: () => void;
    const check = (): void => {
      const end = Math.min(
        connection.connectedAt + durations.lifeMilliseconds,
        connection.lastActiveAt + durations.idleMilliseconds,
      );
      const left = end - world.now();
      if (left <= 0) close(connection, goingAway);
      else cancel = world.after(left, check);
    };
    cancel = () => undefined;
    check();
    return () => cancel();
  };

  return {
    add: (connection) => open.set(connection.id, { connection, forget: watch(connection) }),
    find: (id) => {
      const connection = open.get(id)?.connection;
      return connection?.closing || connection?.socket.readyState !== 1 ? undefined : connection;
    },
    all: () => [...open.values()].map(({ connection }) => connection),
    close,
    remove: (connection) => {
      open.get(connection.id)?.forget();
      open.delete(connection.id);
    },
  };
}
