import { connect } from 'node:net';
import { WebSocket } from 'ws';
import type { ClientOpened, ClientRefused, OpenClient } from '../../core/contracts/emulator.ts';

/** Real WebSocket clients of the gateway, for people who have no client of their own at hand. */
export interface Clients {
  /** Connects to the URL; a refused handshake is an answer. */
  open(
    url: string,
    how: Pick<OpenClient, 'headers' | 'query' | 'subprotocols'>,
  ): Promise<ClientOpened | ClientRefused>;
  /** Sends one text frame; fails where the client is not open. */
  send(client: number, text: string): void;
  close(client: number, code?: number, reason?: string): void;
  /** The client that connects from a local port. */
  at(port: number): number | undefined;
  /** Tells the id that a client's connection got. */
  connected(client: number, connectionId: string): void;
}

/** Makes the table of clients. */
export function createClients(): Clients {
  const open = new Map<number, { readonly socket: WebSocket; connectionId: string }>();
  const ports = new Map<number, number>();
  let latest = 0;

  const find = (client: number): WebSocket => {
    const found = open.get(client)?.socket;
    if (found?.readyState !== WebSocket.OPEN) throw new Error(`The client ${client} is not connected.`);
    return found;
  };

  return {
    open: (url, { headers = {}, query, subprotocols = [] }) => {
      latest += 1;
      const client = latest;
      return new Promise((resolve) => {
        let socket: WebSocket;
        try {
          socket = new WebSocket(query ? `${url}?${query}` : url, [...subprotocols], {
            headers,
            perMessageDeflate: false,
            // The gateway learns by the port which of its connections are these clients.
            createConnection: (options: Parameters<typeof connect>[0]) => {
              const stream = connect(options);
              stream.once('connect', () => ports.set(stream.localPort ?? 0, client));
              stream.once('close', () => ports.delete(stream.localPort ?? 0));
              return stream;
            },
          } as ConstructorParameters<typeof WebSocket>[2]);
        } catch (error) {
          resolve({ outcome: 'refused', status: 0, body: messageOf(error) });
          return;
        }
        const entry = { socket, connectionId: '' };
        open.set(client, entry);
        socket.once('open', () => resolve({ outcome: 'opened', client, connectionId: entry.connectionId }));
        socket.once('unexpected-response', (request, response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('end', () => {
            resolve({
              outcome: 'refused',
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString(),
            });
            request.destroy();
          });
        });
        socket.on('error', (error) => resolve({ outcome: 'refused', status: 0, body: error.message }));
        socket.once('close', () => open.delete(client));
      });
    },
    send: (client, text) => find(client).send(text),
    close: (client, code, reason) => {
      const socket = open.get(client)?.socket;
      try {
        socket?.close(code, reason);
      } catch (error) {
        throw new Error(`The client cannot close so: ${messageOf(error)}.`, { cause: error });
      }
    },
    at: (port) => ports.get(port),
    connected: (client, connectionId) => {
      const entry = open.get(client);
      if (entry) entry.connectionId = connectionId;
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
