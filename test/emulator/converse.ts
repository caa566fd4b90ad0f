import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientOptions } from 'ws';
import { WebSocket } from 'ws';
import type { EmulatorEvent } from '../../core/contracts/emulator.ts';
import type { Hit } from '../../core/routing/trace.ts';
import type { Gateway, GatewayStart } from '../../server/emulator/gateway.ts';
import { startGateway } from '../../server/emulator/gateway.ts';
import type { ApiSketch } from './an-api.ts';
import { anApi } from './an-api.ts';

/** A gateway to talk with, and what it tells. */
export interface Conversation {
  readonly gateway: Gateway;
  /** `ws://127.0.0.1:PORT/prod` */
  readonly url: string;
  /** The base of `@connections`, without it. */
  readonly http: string;
  /** Where the functions' files are. */
  readonly folder: string;
  readonly events: readonly EmulatorEvent[];
  /** Waits for the first event that fits, past or to come. */
  readonly event: <Type extends EmulatorEvent['type']>(
    type: Type,
    fits?: (event: Extract<EmulatorEvent, { type: Type }>) => boolean,
  ) => Promise<Extract<EmulatorEvent, { type: Type }>>;
  /** Waits for the hit on a route. */
  readonly hit: (route: string | null) => Promise<Hit>;
  readonly connect: (path?: string, options?: ClientOptions, protocols?: string[]) => Promise<Peer>;
}

/** A client's end of a connection. */
export interface Peer {
  readonly socket: WebSocket;
  readonly connectionId: string;
  readonly send: (text: string) => void;
  /** The next text frame; those that have come are kept. */
  readonly next: () => Promise<string>;
  /** Sends a text and waits for the next frame. */
  readonly ask: (text: string) => Promise<string>;
  readonly closed: Promise<{ code: number; reason: string }>;
}

/** What a refused handshake answered. */
export interface Refused {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const endings: (() => unknown)[] = [];

/** Ends every gateway of the test; for `afterEach`. */
export async function hangUp(): Promise<void> {
  for (const end of endings.splice(0).toReversed()) await end();
}

/** Starts a gateway for a sketched API with the files of its functions. */
export async function converse(
  sketch: ApiSketch,
  files: Readonly<Record<string, string>> = {},
  how: Partial<GatewayStart> = {},
): Promise<Conversation> {
  const folder = mkdtempSync(join(tmpdir(), 'routescope-test-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const events: EmulatorEvent[] = [];
  const waiting = new Set<() => void>();
  const gateway = await startGateway({
    apis: [{ api: anApi(sketch), file: join(folder, 'template.yaml'), stage: 'prod' }],
    port: 0,
    runHandlers: true,
    emit: (event) => {
      events.push(event);
      for (const look of waiting) look();
    },
    ...how,
  });
  endings.push(async () => {
    await gateway.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const event: Conversation['event'] = (type, fits = () => true) =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = events.find((one) => one.type === type && fits(one as Parameters<typeof fits>[0]));
        if (!found) return;
        waiting.delete(look);
        resolve(found as Parameters<typeof fits>[0]);
      };
      waiting.add(look);
      look();
    });
  const { url = '', connections: http = '' } = gateway.ready.apis[0] ?? {};
  return {
    gateway,
    url,
    http,
    folder,
    events,
    event,
    hit: async (route) => (await event('hit', ({ hit }) => hit.route === route)).hit,
    connect: async (path = '', options = {}, protocols = []) => {
      const known = events.filter(({ type }) => type === 'connected').length;
      const socket = new WebSocket(url + path, protocols, options);
      endings.push(() => socket.terminate());
      const peer = peerOf(socket);
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      const connected = events.filter((one) => one.type === 'connected')[known];
      return { ...peer, connectionId: connected?.connectionId ?? '' };
    },
  };
}

/** Asks for a WebSocket and gives the answer of a gateway that refuses. */
export function refused(url: string, options: ClientOptions = {}): Promise<Refused> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, options);
    socket.once('open', () => reject(new Error('the gateway accepted the handshake')));
    socket.on('error', reject);
    socket.once('unexpected-response', (_, response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
  });
}

function peerOf(socket: WebSocket): Omit<Peer, 'connectionId'> {
  const come: string[] = [];
  const takers: ((text: string) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const take = takers.shift();
    if (take) take(data.toString());
    else come.push(data.toString());
  });
  const next = (): Promise<string> => {
    const text = come.shift();
    return text === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(text);
  };
  return {
    socket,
    next,
    send: (text) => socket.send(text),
    ask: (text) => {
      socket.send(text);
      return next();
    },
    closed: new Promise((resolve) =>
      socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
    ),
  };
}
