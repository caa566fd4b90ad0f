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
import type { Connection } from './connections.ts';
import { createConnections } from './connections.ts';
import { closingOf, closingOfError } from './closing.ts';
import { watchFrameSizes } from './frame-sizes.ts';
import { handleDisconnect } from './handle-disconnect.ts';
import { handleMessage } from './handle-message.ts';
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

/** What a gateway is started with. */
export interface GatewayStart {
  readonly apis: readonly RunnableApi[];
  /** 0 for any free port; a port that is taken gives the next free one. */
  readonly port: number;
  readonly runHandlers: boolean;
  /** Gets everything that happens, in order, beginning with `ready`. */
  readonly emit: (event: EmulatorEvent) => void;
  readonly world?: World;
}

/** A running gateway: one HTTP server on the loopback address for all APIs. */
export interface Gateway {
  readonly ready: Ready;
  /** Gives it new definitions; connections stay, and their next message is routed by them. */
  run(apis: readonly RunnableApi[], runHandlers?: boolean): Ready;
  openClient(how: OpenClient): Promise<ClientOpened | ClientRefused>;
  sendMessage(client: number, text: string): void;
  closeClient(client: number, code?: number, reason?: string): void;
  /** Closes every client, runs `$disconnect` for each, ends the functions, and stops listening. */
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
    const ended = listenTo(run, connection, stream);
    disconnects.add(ended);
    void ended.then(() => disconnects.delete(ended));
  };

  const server = createServer((request, response) => {
    // A caller that hangs up in the middle of its request gets no answer.
    answerHttp(run, request, response).catch(() => response.destroy());
  });
  server.on('upgrade', createHandshake(run, opened));
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
    run: (apis, runHandlers = run.runHandlers) => {
      run.apis = prepareApis(apis);
      run.runHandlers = runHandlers;
      for (const connection of run.connections.all()) {
        const api = run.apis.find((one) => one.key === connection.api.key);
        if (api) connection.api = api;
        else run.connections.close(connection, { code: 1001, reason: 'Going away' });
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
      for (const connection of run.connections.all())
        run.connections.close(connection, { code: 1001, reason: 'Going away' });
      await Promise.all(disconnects);
      await run.functions.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

/** Handles what a client sends until its end; resolves when `$disconnect` has run. */
function listenTo(run: Run, connection: Connection, stream: Duplex): Promise<void> {
  const { socket } = connection;
  let messages = 0;
  let tooLargeAfter = Infinity;
  watchFrameSizes(stream, gatewayLimits.frameBytes, (messagesBefore) => {
    tooLargeAfter = messagesBefore;
    // The messages before it are in the same chunk of bytes and must be handled first.
    queueMicrotask(() => run.connections.close(connection, { code: 1009, reason: 'Message too big' }));
  });
  socket.on('message', (data: Buffer, isBinary) => {
    messages += 1;
    if (connection.closing || messages > tooLargeAfter) return;
    if (isBinary) run.connections.close(connection, { code: 1003, reason: 'Binary is not supported' });
    else handleMessage(run, connection, data);
  });
  socket.on('ping', () => {
    connection.lastActiveAt = run.world.now();
  });
  socket.on('error', (error) => {
    connection.closing ??= closingOfError(error);
  });
  return new Promise((resolve) => {
    socket.once('close', (code, reason) => {
      run.connections.remove(connection);
      resolve(handleDisconnect(run, connection, connection.closing ?? closingOf(code, reason.toString())));
    });
  });
}
