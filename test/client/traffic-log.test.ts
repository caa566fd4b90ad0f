import assert from 'node:assert/strict';
import { TrafficLog } from '../../client/traffic-log.ts';
import type { EmulatorEvent } from '../../core/contracts/emulator.ts';
import { maxTrafficCharacters, maxTrafficRows } from '../../core/contracts/panel.ts';
import { sketchHit } from './sketches.ts';

const connection = { api: 'Chat', connectionId: 'one=' };

const connected: EmulatorEvent = { type: 'connected', at: 1, sourceIp: '127.0.0.1', ...connection };
const connectHit: EmulatorEvent = {
  type: 'hit',
  hit: sketchHit(1, { eventType: 'CONNECT', message: '', value: null, route: '$connect', milliseconds: 5 }),
};
const message: EmulatorEvent = frame('in', '{"action":"join"}', 2);
const messageHit: EmulatorEvent = { type: 'hit', hit: sketchHit(2) };
const reply: EmulatorEvent = frame('out', 'welcome', 2);
const error: EmulatorEvent = { ...frame('out', '{"message":"Forbidden"}', 3), origin: 'error' };
const forbidden: EmulatorEvent = {
  type: 'hit',
  hit: sketchHit(3, { route: null, reason: 'forbidden', ok: false, value: 'nope' }),
};
const disconnected: EmulatorEvent = { type: 'disconnected', at: 9, code: 1000, reason: 'bye', ...connection };
const disconnectHit: EmulatorEvent = {
  type: 'hit',
  hit: sketchHit(4, { eventType: 'DISCONNECT', message: '', route: '$disconnect' }),
};
const print: EmulatorEvent = {
  type: 'log',
  at: 5,
  api: 'Chat',
  function: 'Join',
  stream: 'stderr',
  text: 'oh',
  hit: 2,
};
const notice: EmulatorEvent = { type: 'notice', at: 6, level: 'warning', text: 'Port 3001 was taken.' };

describe('the traffic log', () => {
  check(
    'a message gets its route and latency when its hit comes',
    [message, messageHit],
    ['in {"action":"join"} join 12 hit 2'],
  );
  check(
    'a message and its hit are one row in either order',
    [messageHit, message],
    ['in {"action":"join"} join 12 hit 2'],
  );
  check('a message waits for its route', [message], ['in {"action":"join"} undefined undefined hit 2']);
  check(
    'a message that matched nothing has failed',
    [frame('in', 'x', 3), forbidden, error],
    ['in x null 12 hit 3 failed', 'out {"message":"Forbidden"} undefined undefined hit 3 failed'],
  );
  check(
    'replies are rows of their own',
    [message, reply],
    ['in {"action":"join"} undefined undefined hit 2', 'out welcome undefined undefined hit 2'],
  );
  check(
    'a connect is one row when $connect was run',
    [connectHit, connected],
    ['connect 127.0.0.1 $connect 5 hit 1'],
  );
  check('a connect is one row without $connect', [connected], ['connect 127.0.0.1 undefined undefined']);
  check(
    'a disconnect keeps code and reason',
    [disconnected, disconnectHit],
    ['disconnect 1000 bye $disconnect 12 hit 4'],
  );
  check(
    'lines of functions and notices stand among the traffic',
    [print, notice],
    ['log Join: oh undefined undefined hit 2', 'notice Port 3001 was taken. undefined undefined'],
  );

  it('hands every row out once, and again when it changed', () => {
    const log = new TrafficLog();
    log.add(message);
    log.add(reply);
    assert.deepEqual(
      log.takeUnseen().map((row) => row.id),
      [1, 2],
    );
    log.add(messageHit);
    assert.deepEqual(
      log.takeUnseen().map((row) => [row.id, row.route]),
      [[1, 'join']],
    );
    assert.deepEqual(log.takeUnseen(), []);
  });

  it('keeps the newest rows, and numbers on after it was cleared', () => {
    const log = new TrafficLog();
    for (let count = 0; count < 3 * maxTrafficRows; count++) log.add(reply);
    assert.ok(log.rows.length >= maxTrafficRows && log.rows.length <= 1.1 * maxTrafficRows);
    assert.equal(log.rows.at(-1)?.id, 3 * maxTrafficRows);
    assert.equal(log.takeUnseen().length, log.rows.length);
    log.clear();
    log.add(reply);
    assert.deepEqual(
      log.rows.map((row) => row.id),
      [3 * maxTrafficRows + 1],
    );
    assert.equal(log.generation, 1);
  });

  it('is bounded by its characters too, but always has the newest row', () => {
    const log = new TrafficLog();
    const text = 'x'.repeat(maxTrafficCharacters / 8);
    for (let count = 0; count < 20; count++) log.add(frame('out', text, 2));
    const kept = log.rows.length * text.length;
    assert.ok(kept <= maxTrafficCharacters && kept >= maxTrafficCharacters / 2, `${kept}`);
    assert.equal(log.rows.at(-1)?.id, 20);
    assert.equal(log.takeUnseen().length, log.rows.length);
    log.add(frame('out', 'x'.repeat(maxTrafficCharacters + 1), 2));
    assert.deepEqual(
      log.rows.map((row) => row.id),
      [21],
    );
  });

  it('leaves open rows alone once their process is gone', () => {
    const log = new TrafficLog();
    log.add(message);
    log.closeOpenRows();
    log.add(messageHit);
    assert.deepEqual(
      log.rows.map((row) => row.route),
      [undefined, 'join'],
    );
  });

  it('still completes a row after the oldest were dropped', () => {
    const log = new TrafficLog();
    for (let count = 0; count < 1.2 * maxTrafficRows; count++) log.add(reply);
    log.add(message);
    log.add(messageHit);
    assert.equal(log.rows.at(-1)?.route, 'join');
  });
});

function check(title: string, events: readonly EmulatorEvent[], expected: readonly string[]): void {
  it(title, () => {
    const log = new TrafficLog();
    for (const event of events) log.add(event);
    const lines = log.rows.map(({ kind, text, route, milliseconds, hit, ok }) =>
      [
        kind,
        text,
        route,
        milliseconds,
        ...(hit === undefined ? [] : [`hit ${hit}`]),
        ...(ok ? [] : ['failed']),
      ]
        .map(String)
        .join(' '),
    );
    assert.deepEqual(lines, expected);
  });
}

function frame(direction: 'in' | 'out', text: string, hit: number): EmulatorEvent & { type: 'frame' } {
  return { type: 'frame', at: 2, direction, origin: 'client', text, bytes: text.length, hit, ...connection };
}
