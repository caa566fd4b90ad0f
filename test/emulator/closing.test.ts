import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { connect as connectSocket } from 'node:net';
import { mock } from './an-api.ts';
import type { Conversation, Peer } from './converse.ts';
import { converse, hangUp } from './converse.ts';
import { stillWorld } from './still-world.ts';

const routes = { $disconnect: mock(''), $default: mock('ok') };
const kibibyte = 1024;

/** What the client sees, and what `$disconnect` is told. */
async function ends({ event, hit }: Conversation, peer: Peer): Promise<unknown> {
  const seen = await peer.closed;
  await hit('$disconnect');
  const { code, reason } = await event('disconnected');
  return { seen, told: { code, reason } };
}

/** A connection whose bytes the test writes itself. */
async function rawClient({ url, event }: Conversation): Promise<Socket> {
  const { hostname, port, pathname } = new URL(url);
  const socket = connectSocket({ port: Number(port), host: hostname, noDelay: true });
  const key = Buffer.alloc(16).toString('base64');
  const headers = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
  const lines = [
    `GET ${pathname} HTTP/1.1`,
    'Host: localhost',
    ...headers,
    `Sec-WebSocket-Key: ${key}`,
    '',
    '',
  ];
  socket.write(lines.join('\r\n'));
  await event('connected');
  return socket;
}

const same = (code: number, reason: string): object => ({ seen: { code, reason }, told: { code, reason } });

describe('the end of a connection', () => {
  afterEach(hangUp);

  it('by the client without a code', async () => {
    const conversation = await converse({ routes });
    const peer = await conversation.connect();
    peer.socket.close();
    assert.deepEqual(await ends(conversation, peer), {
      seen: { code: 1005, reason: '' },
      told: { code: 1005, reason: 'Client-side close frame status not set' },
    });
  });

  it('by the client with code and reason, which are echoed', async () => {
    const conversation = await converse({ routes });
    const peer = await conversation.connect();
    peer.socket.close(1000, 'bye');
    assert.deepEqual(await ends(conversation, peer), same(1000, 'bye'));
  });

  it('by a line that breaks', async () => {
    const conversation = await converse({ routes });
    const peer = await conversation.connect();
    peer.socket.terminate();
    const { code, reason } = await conversation.event('disconnected');
    assert.deepEqual({ code, reason }, { code: 1006, reason: 'Connection closed abnormally' });
  });

  it('by ten minutes of silence; messages in either direction and pings begin them anew', async () => {
    const world = stillWorld();
    const conversation = await converse({ routes }, {}, { world });
    const peer = await conversation.connect();
    const nineMinutes = 9 * 60_000;
    world.pass(nineMinutes);
    await peer.ask('x');
    world.pass(nineMinutes);
    await fetch(`${conversation.http}/@connections/${peer.connectionId}`, { method: 'POST', body: 'y' });
    world.pass(nineMinutes);
    const pong = new Promise((resolve) => peer.socket.once('pong', resolve));
    peer.socket.ping();
    await pong;
    world.pass(nineMinutes);
    assert.equal(peer.socket.readyState, 1);
    world.pass(60_000);
    assert.deepEqual(await ends(conversation, peer), same(1001, 'Going away'));
  });

  it('by an age of two hours', async () => {
    const world = stillWorld();
    const conversation = await converse({ routes }, {}, { world });
    const peer = await conversation.connect();
    for (let minutes = 0; minutes < 117; minutes += 9) {
      world.pass(9 * 60_000);
      assert.equal(await peer.ask('x'), 'ok');
    }
    world.pass(3 * 60_000);
    assert.deepEqual(await ends(conversation, peer), same(1001, 'Going away'));
  });

  it('by a binary frame', async () => {
    const conversation = await converse({ routes });
    const peer = await conversation.connect();
    peer.socket.send(Buffer.from('x'));
    assert.deepEqual(await ends(conversation, peer), same(1003, 'Binary is not supported'));
  });

  it('by a text that is not UTF-8', async () => {
    const conversation = await converse({ routes });
    const peer = await conversation.connect();
    peer.socket.send(Buffer.from([0xff]), { binary: false });
    assert.deepEqual(await ends(conversation, peer), {
      seen: { code: 1007, reason: '' },
      told: { code: 1007, reason: 'Invalid UTF-8' },
    });
  });

  it('by bytes that are no frame', async () => {
    const conversation = await converse({ routes });
    const socket = await rawClient(conversation);
    socket.end(Buffer.from([0x81, 0x01, 0x41]));
    const { code, reason } = await conversation.event('disconnected');
    assert.deepEqual({ code, reason }, { code: 1002, reason: 'Protocol error' });
  });

  it('by a frame of more than 32 KB, after the messages before it', async () => {
    const conversation = await converse({ routes });
    const peer = await conversation.connect();
    assert.equal(await peer.ask('x'.repeat(32 * kibibyte)), 'ok');
    peer.send('x');
    peer.send('y');
    peer.send('x'.repeat(32 * kibibyte + 1));
    peer.send('z');
    assert.deepEqual(await ends(conversation, peer), same(1009, 'Message too big'));
    const received = conversation.events.flatMap((one) =>
      one.type === 'frame' && one.direction === 'in' ? [one.text.slice(0, 1)] : [],
    );
    assert.deepEqual(received, ['x', 'x', 'y']);
  });

  it('by a message of more than 128 KB; one of 128 KB in frames of 32 KB passes', async () => {
    const conversation = await converse({ routes });
    const peer = await conversation.connect();
    const frames = (last: string): void => {
      for (let frame = 0; frame < 4; frame += 1)
        peer.socket.send('x'.repeat(32 * kibibyte), { fin: frame === 3 && last === '' });
      if (last !== '') peer.socket.send(last);
    };
    frames('');
    assert.equal(await peer.next(), 'ok');
    frames('y');
    assert.deepEqual(await ends(conversation, peer), {
      seen: { code: 1009, reason: '' },
      told: { code: 1009, reason: 'Message too big' },
    });
  });

  it('by a frame too long whose header comes byte by byte', async () => {
    const conversation = await converse({ routes });
    const socket = await rawClient(conversation);
    const header = Buffer.alloc(14);
    header.set([0x81, 0xff]);
    header.writeBigUInt64BE(40_000n, 2);
    for (const byte of header) await new Promise((sent) => socket.write(Buffer.of(byte), sent));
    socket.end();
    const { code, reason } = await conversation.event('disconnected');
    assert.deepEqual({ code, reason }, { code: 1009, reason: 'Message too big' });
  });

  it('by the end of the gateway, which runs $disconnect', async () => {
    const conversation = await converse({ routes });
    const peer = await conversation.connect();
    await conversation.gateway.stop();
    assert.deepEqual(await ends(conversation, peer), same(1001, 'Going away'));
  });
});
