import { once } from 'node:events';
import { WebSocket } from 'ws';
import { median } from './row.ts';

/** What a client process is asked to do. */
export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly messages: number;
  readonly text: string;
}

/** What it saw. */
export interface Seen {
  readonly perSecond: number;
  /** Milliseconds from sending to the answer, in the middle. */
  readonly roundTrip: number;
}

process.on('message', (load: Load) => void run(load).then((seen) => process.send?.(seen)));
process.once('disconnect', () => process.exit());

/** Each connection sends its next message when the one before was answered. */
async function run({ url, connections, messages, text }: Load): Promise<Seen> {
  const sockets = Array.from({ length: connections }, () => new WebSocket(url, { perMessageDeflate: false }));
  await Promise.all(sockets.map((socket) => once(socket, 'open')));
  const times: number[] = [];
  let left = messages;
  const start = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      while (left-- > 0) {
        const sent = performance.now();
        socket.send(text);
        await once(socket, 'message');
        times.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const socket of sockets) socket.terminate();
  return { perSecond: messages / seconds, roundTrip: median(times) };
}
