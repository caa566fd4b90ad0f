import { once } from 'node:events';
import { WebSocket } from 'ws';

/** A client of a running API. */
export interface Client {
  send(message: object): void;
  sendText(text: string): void;
  /** The next message that was received and not yet read, parsed. */
  next(): Promise<unknown>;
  close(): void;
}

/** Connects to the address; rejects where the handshake is refused. */
export async function openClient(url: string): Promise<Client> {
  const socket = new WebSocket(url);
  const received: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const message: unknown = JSON.parse(data.toString());
    const reader = waiting.shift();
    if (reader) reader(message);
    else received.push(message);
  });
  await once(socket, 'open');
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    sendText: (text) => socket.send(text),
    next: () =>
      received.length > 0 ? Promise.resolve(received.shift()) : new Promise((read) => waiting.push(read)),
    close: () => socket.close(),
  };
}
