import assert from 'node:assert/strict';
import type { DefinitionFile } from '../../core/contracts/language.ts';
import type { ApiRun } from '../../client/api-run.ts';
import type { Emulator } from '../../client/emulator-process.ts';
import { Session } from '../../client/session.ts';
import type { EmulatorEvent } from '../../core/contracts/emulator.ts';
import { sketchApi, sketchHit } from './sketches.ts';

const uri = 'file:///chat/template.yaml';
const address = { uri, logicalId: 'Chat' };
const running = {
  state: 'running',
  url: 'ws://127.0.0.1:3001/prod',
  connections: 'http://127.0.0.1:3001/prod',
};

describe('the session', () => {
  it('counts hits by route, and messages without one', () => {
    const { run } = sessionAfter(hits(sketchHit(1), sketchHit(2), sketchHit(3, { route: null, ok: false })));
    assert.deepEqual([...run.hitsByRoute], [['join', 2]]);
    assert.equal(run.unrouted, 1);
  });

  it('keeps the latest hits only', () => {
    const { run } = sessionAfter(hits(sketchHit(1), sketchHit(2), sketchHit(3), sketchHit(4)));
    assert.deepEqual(
      run.hits.map((hit) => hit.id),
      [2, 3, 4],
    );
  });

  it('numbers the hits of the next process after those of the one before', () => {
    const { session, run } = sessionAfter(hits(sketchHit(1), sketchHit(2)));
    session.begin(run, noEmulator);
    session.apply(run, [{ ...frame('x'), hit: 1 }, ...hits(sketchHit(1))]);
    assert.deepEqual(
      run.hits.map((hit) => hit.id),
      [1, 2, 3],
    );
    assert.equal(run.traffic.rows.at(-1)?.hit, 3);
  });

  it('lets a message of a new process alone what one of a crashed process left open', () => {
    const { session, run } = sessionAfter([]);
    session.begin(run, noEmulator);
    session.apply(run, [{ ...frame('first'), hit: 1 }]);
    session.end(run, 'the emulator stopped unexpectedly', { state: 'stopped' });
    session.begin(run, noEmulator);
    session.apply(run, [{ ...frame('second'), hit: 1 }, ...hits(sketchHit(1, { message: 'second' }))]);
    assert.deepEqual(
      run.traffic.rows.map(({ text, hit, route }) => [text, hit, route]),
      [
        ['first', 1, undefined],
        ['second', 2, 'join'],
      ],
    );
  });

  it('keeps an API that runs although it is no longer defined, until it is stopped', () => {
    const { session, run } = sessionAfter([]);
    const api = sketchApi('Chat', ['join']);
    session.begin(run, noEmulator);
    run.served = { apis: [{ api, file: '/chat/template.yaml', stage: 'prod' }], port: 0, runHandlers: true };
    session.define([{ uri, apis: [sketchApi('Renamed', ['join'])], problems: [] }]);
    assert.deepEqual(ids(session), ['Renamed', 'Chat']);
    session.define([]);
    assert.deepEqual([ids(session), session.find(address)?.api, run.isDefined], [['Chat'], api, false]);
    session.end(run, 'the API was stopped', { state: 'stopped' });
    assert.deepEqual(ids(session), []);
  });

  it('takes over one file after another', () => {
    const { session } = sessionAfter([]);
    session.define([file('a', 'One'), file('b', 'Two')]);
    session.redefine('a', file('a', 'First'));
    session.redefine('c', file('c', 'Three'));
    assert.deepEqual(ids(session), ['First', 'Two', 'Three']);
    session.redefine('b', undefined);
    assert.deepEqual(ids(session), ['First', 'Three']);
  });

  it('counts hits until the person sees them', () => {
    const { session, run } = sessionAfter(hits(sketchHit(1), sketchHit(2)));
    assert.equal(session.unseenHits, 2);
    session.seeHits();
    session.apply(run, hits(sketchHit(3)));
    assert.equal(session.unseenHits, 1);
    session.clear(run);
    assert.equal(session.unseenHits, 0);
  });

  it('forgets a failure to run when it is cleared', () => {
    const { session, run } = sessionAfter([]);
    session.end(run, 'the emulator did not start', { state: 'failed', message: 'No.' });
    session.clear(run);
    assert.deepEqual(run.state, { state: 'stopped' });
  });

  it('offers the last 20 different messages as samples, newest first', () => {
    const messages = Array.from({ length: 25 }, (_, index) => sketchHit(index, { message: `${index % 22}` }));
    const { run } = sessionAfter(hits(...messages));
    assert.equal(run.received.length, 20);
    assert.deepEqual(run.received.slice(0, 4), ['2', '1', '0', '21']);
  });

  it('shows how a connection ended', () => {
    const { session, run } = sessionAfter([
      { type: 'connected', at: 1, api: 'Chat', connectionId: 'one=', sourceIp: '127.0.0.1', client: 7 },
      { type: 'connected', at: 2, api: 'Chat', connectionId: 'two=', sourceIp: '127.0.0.1' },
      { type: 'disconnected', at: 3, api: 'Chat', connectionId: 'one=', code: 1001, reason: 'gone' },
    ]);
    assert.deepEqual(run.connections, [
      { connectionId: 'one=', since: 1, open: false, ended: '1001 gone' },
      { connectionId: 'two=', since: 2, open: true },
    ]);
    session.end(run, 'the API was stopped', { state: 'stopped' });
    assert.equal(run.connections[1]?.ended, 'the API was stopped');
  });

  it('tells the language server of running APIs only', () => {
    const { session, run } = sessionAfter(hits(sketchHit(1)));
    assert.deepEqual(session.runningApis, []);
    session.setState(run, { ...running, state: 'running' });
    assert.deepEqual(session.runningApis, [
      { ...address, url: running.url, hits: { join: 1 }, received: ['{"action":"join"}'] },
    ]);
  });

  it('forgets hits and traffic, not connections, when it is cleared', () => {
    const { session, run } = sessionAfter([
      { type: 'connected', at: 2, api: 'Chat', connectionId: 'two=', sourceIp: '127.0.0.1' },
      ...hits(sketchHit(1)),
    ]);
    session.clear(run);
    assert.deepEqual([run.hits, [...run.hitsByRoute], run.traffic.rows], [[], [], []]);
    assert.equal(run.connections.length, 1);
  });
});

/** Stands for a process where only what the session makes of it counts. */
const noEmulator: Emulator = {
  pid: undefined,
  run: () => Promise.reject(new Error('no process')),
  openClient: () => Promise.reject(new Error('no process')),
  send: () => Promise.resolve(),
  close: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};

function ids(session: Session): readonly string[] {
  return session.apis.map(({ address: { logicalId } }) => logicalId);
}

function sessionAfter(events: readonly EmulatorEvent[]): { session: Session; run: ApiRun } {
  const session = new Session(() => 3);
  session.define([{ uri, apis: [sketchApi('Chat', ['join'])], problems: [] }]);
  const run = session.runOf(address);
  session.apply(run, events);
  return { session, run };
}

function hits(...all: readonly ReturnType<typeof sketchHit>[]): readonly EmulatorEvent[] {
  return all.map((hit) => ({ type: 'hit', hit }));
}

function frame(text: string): EmulatorEvent & { type: 'frame' } {
  const where = { api: 'Chat', connectionId: 'one=' };
  return { type: 'frame', at: 1, direction: 'in', origin: 'client', text, bytes: text.length, ...where };
}

function file(uri: string, id: string): DefinitionFile {
  return { uri, apis: [sketchApi(id, ['join'])], problems: [] };
}
