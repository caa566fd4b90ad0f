import type { Duplex } from 'node:stream';
import { closingOf, closingOfError } from './closing.ts';
import type { Connection } from './connections.ts';
import { watchFrameSizes } from './frame-sizes.ts';
import { handleDisconnect } from './handle-disconnect.ts';
import { handleMessage } from './handle-message.ts';
import { gatewayLimits } from './limits.ts';
import type { Run } from './run.ts';

/** Handles what a client sends until its end; resolves when `$disconnect` has run. */
export function converseWith(run: Run, connection: Connection, stream: Duplex): Promise<void> {
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
