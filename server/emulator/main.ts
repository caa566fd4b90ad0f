import '../localize.ts';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';
import type { EmulatorEvent, Ready } from '../../core/contracts/emulator.ts';
import {
  closeClient,
  emulatorEvents,
  openClient,
  runApis,
  sendMessage,
  stopApis,
} from '../../core/contracts/emulator.ts';
import type { Request } from '../../core/contracts/message.ts';
import { batchEvents } from './event-batches.ts';
import type { Gateway } from './gateway.ts';
import { startGateway } from './gateway.ts';

const connection = createMessageConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
const events = batchEvents((batch: readonly EmulatorEvent[]) =>
  connection.sendNotification(emulatorEvents.method, batch),
);
let gateway: Gateway | undefined;

answer(runApis, async ({ apis, port, runHandlers, allowedOrigins = [] }): Promise<Ready> => {
  if (gateway) return gateway.run(apis, { runHandlers, allowedOrigins });
  gateway = await startGateway({ apis, port, runHandlers, allowedOrigins, emit: events.add });
  return gateway.ready;
});
answer(stopApis, async () => {
  const stopping = gateway;
  gateway = undefined;
  await stopping?.stop();
  await events.flush();
});
answer(openClient, (how) => running().openClient(how));
answer(sendMessage, ({ client, text }) => running().sendMessage(client, text));
answer(closeClient, ({ client, code, reason }) => running().closeClient(client, code, reason));

// `vscode-jsonrpc` does not notice that the parent is gone; without this the process would stay for ever.
process.once('disconnect', () => void end(0));
process.on('uncaughtException', (error) => {
  const text = `The emulator has ended because of an error: ${error.message}`;
  events.add({ type: 'notice', at: Date.now(), level: 'error', text });
  console.error(error);
  void end(1);
});
connection.listen();

function running(): Gateway {
  if (!gateway) throw new Error('The emulator is not running.');
  return gateway;
}

async function end(status: number): Promise<void> {
  // Functions that do not end by themselves must not outlive this process, but nobody waits for them for long.
  setTimeout(() => process.exit(status), 4000).unref();
  await Promise.allSettled([events.flush(), gateway?.stop()]);
  process.exit(status);
}

function answer<Params, Result>(
  request: Request<Params, Result>,
  handle: (params: Params) => Result | Promise<Result>,
): void {
  connection.onRequest(request.method, async (params: Params): Promise<unknown> => handle(params));
}
