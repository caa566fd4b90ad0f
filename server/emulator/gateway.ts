import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type {
  ClientOpened,
  ClientRefused,
  EmulatorEvent,
  OpenClient,
  Ready,
  RunnableApi,
} from '../../core/contracts/emulator.ts';
import { createClients } from './clients.ts';
import type { Closing, Connection } from './connections.ts';
import { createConnections } from './connections.ts';
import { converseWith } from './conversation.ts';
import type { Accepted } from './handshake.ts';
import { createHandshake } from './handshake.ts';
import { createFunctionPool } from './lambda/function-pool.ts';
import { gatewayLimits } from './limits.ts';
import { listen } from './listen.ts';
import { answerHttp } from './management-api.ts';
import { tellWhatIsNotEmulated } from './not-emulated.ts';
import { prepareApis } from './running-api.ts';
import type { Run } from './run.ts';
import { tellOnce } from './run.ts';
import type { World } from './world.ts';
import { realWorld } from './world.ts';

const goingAway: Closing = { code: 1001, reason: 'Going away' };
/** How long stopping waits for clients to close and for `$disconnect`; VS Code ends the process after five seconds. */
const disconnectMilliseconds = 3000;

/** What a gateway is started with. */
export interface GatewayStart {
  readonly apis: readonly RunnableApi[];
  /** 0 for any free port; a port that is taken gives the next free one. */
  readonly port: number;
  readonly runHandlers: boolean;
  /** Web pages that may call beside those of this machine; see `caller-rule.ts`. */
  readonly allowedOrigins?: readonly string[];
  /** Gets everything that happens, in order, beginning with `ready`. */
  readonly emit: (event: EmulatorEvent) => void;
  readonly world?: World;
}

/** A running gateway: one HTTP server on the loopback address for all APIs. */
export interface Gateway {
  readonly ready: Ready;
  /** Gives it new definitions; connections stay, and their next message is routed by them. */
  run(apis: readonly RunnableApi[], how?: Partial<Pick<Run, 'runHandlers' | 'allowedOrigins'>>): Ready;
  openClient(how: OpenClient): Promise<ClientOpened | ClientRefused>;
  sendMessage(client: number, text: string): void;
  closeClient(client: number, code?: number, reason?: string): void;
  /**
   * Closes every client and takes no new ones, runs `$disconnect` for each for at most three seconds, ends the
   * functions, and stops listening.
   */
  stop(): Promise<void>;
}

/** Starts a gateway; rejects where no port can be had. */
export async function startGateway(start: GatewayStart): Promise<Gateway> {
  const { emit, world = realWorld } = start;
  const clients = createClients();
  const disconnects = new Set<Promise<void>>();
  let hits = 0;
  let port = 0;
  const run: Run = {
    world,
    connections: createConnections(world, gatewayLimits),
    functions: createFunctionPool(world, emit, () => ({
      port,
      hosts: run.apis.map((api) => api.domainName),
    })),
    apis: prepareApis(start.apis),
    runHandlers: start.runHandlers,
    allowedOrigins: start.allowedOrigins ?? [],
    stopping: false,
    emit,
    tell: tellOnce(world, emit),
    nextHit: () => (hits += 1),
  };

  const opened = (accepted: Accepted, socket: WebSocket, stream: Duplex): void => {
    const { api, connectionId, identity, connectedAt } = accepted;
    const connection: Connection = {
      id: connectionId,
      api,
      socket,
      identity,
      connectedAt,
      lastActiveAt: world.now(),
    };
    const client = stream instanceof Socket ? clients.at(stream.remotePort ?? 0) : undefined;
    if (client !== undefined) clients.connected(client, connectionId);
    emit({
      type: 'connected',
      at: world.now(),
      api: api.api.logicalId,
      connectionId,
      ...identity,
      ...(client !== undefined && { client }),
    });
    run.connections.add(connection);
    const ended = converseWith(run, connection, stream);
    disconnects.add(ended);
    void ended.then(() => disconnects.delete(ended));
    // Its `$connect` was at work when the gateway began to stop.
    if (run.stopping) run.connections.close(connection, goingAway);
  };

  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    // A caller that hangs up in the middle of its request gets no answer.
    answerHttp(run, request, response).catch(() => response.destroy());
  });
  server.on('upgrade', createHandshake(run, opened));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  port = await listen(server, start.port);

  const readyNow = (): Ready => ({
    type: 'ready',
    port,
    ...(start.port !== 0 && port !== start.port && { busyPort: start.port }),
    apis: run.apis.map(({ api, stage, file, path }) => ({
      logicalId: api.logicalId,
      name: api.name,
      stage,
      file,
      url: `ws://127.0.0.1:${port}${path}`,
      connections: `http://127.0.0.1:${port}${path}`,
    })),
  });
  const ready = readyNow();
  emit(ready);
  if (ready.busyPort !== undefined)
    run.tell('warning', `Port ${ready.busyPort} is in use; the gateway listens on ${port}.`);

  tellWhatIsNotEmulated(run);

  return {
    ready,
    run: (apis, how = {}) => {
      run.apis = prepareApis(apis);
      Object.assign(run, how);
      run.functions.retain(run.apis);
      for (const connection of run.connections.all()) {
        const api = run.apis.find((one) => one.key === connection.api.key);
        if (api) connection.api = api;
        else run.connections.close(connection, goingAway);
      }
      const now = readyNow();
      emit(now);
      tellWhatIsNotEmulated(run);
      return now;
    },
    openClient: async (how) => {
      const api = run.apis.find((one) => one.api.logicalId === how.api && one.file === how.file);
      if (!api) return { outcome: 'refused', status: 0, body: `The API ${how.api} is not running.` };
      return clients.open(`ws://127.0.0.1:${port}${api.path}`, how);
    },
    sendMessage: (client, text) => clients.send(client, text),
    closeClient: (client, code, reason) => clients.close(client, code, reason),
    stop: async () => {
      run.stopping = true;
      for (const connection of run.connections.all()) run.connections.close(connection, goingAway);
      // The server listens meanwhile: handlers of $disconnect may ask it, and learn who is gone.
      await atMost(world, disconnectMilliseconds, allOf(disconnects));
      await run.functions.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        for (const socket of sockets) socket.destroy();
      });
    },
  };
}

/** Waits until a set of promises is empty, also of those that come while it waits. */
async function allOf(promises: ReadonlySet<Promise<void>>): Promise<void> {
  while (promises.size > 0) await Promise.all(promises);
}

function atMost(world: World, milliseconds: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = world.after(milliseconds, resolve);
    void work.then(resolve).finally(cancel);
  });
}
