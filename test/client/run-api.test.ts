import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { refreshApi, startApi, stopApi, type RunWorld } from '../../client/run-api.ts';
import { Session } from '../../client/session.ts';
import { openTestClient, sendFromTestClient } from '../../client/test-client.ts';
import { sketchApi } from './sketches.ts';

const uri = pathToFileURL('template.yaml').href;
const address = { uri, logicalId: 'Chat' };

describe('running an API in a real emulator', () => {
  const warnings: string[] = [];
  let session: Session;
  const world: RunWorld = {
    environment: {},
    program: resolve('server/emulator/main.ts'),
    port: () => 0,
    allowedOrigins: () => [],
    trusted: () => true,
    external: (url) => Promise.resolve(url),
    log: () => undefined,
    warn: (sentence) => warnings.push(sentence),
  };

  beforeEach(() => {
    warnings.length = 0;
    session = new Session(() => 100);
    define('join');
  });
  afterEach(() => stopApi(session, address));

  it('tells where it listens, and stops', async () => {
    await startApi(session, address, world);
    const run = session.runOf(address);
    assert.equal(run.state.state, 'running');
    assert.match(session.runningApis[0]?.url ?? '', /^ws:\/\/127\.0\.0\.1:\d+\/prod$/);
    await stopApi(session, address);
    assert.deepEqual([run.state.state, run.emulator], ['stopped', undefined]);
  });

  it('shows the hit of a message from a test client', async () => {
    await startApi(session, address, world);
    await sendFromTestClient(session, address, '{"action":"join"}');
    const run = session.runOf(address);
    await until(() => routes().includes('join'));
    assert.deepEqual(
      run.connections.map(({ open, client }) => [open, typeof client]),
      [[true, 'number']],
    );
    await until(() => run.traffic.rows.some((row) => row.kind === 'in' && row.route === 'join'));
  });

  it('sends from the client that is open already', async () => {
    await startApi(session, address, world);
    await openTestClient(session, address);
    const run = session.runOf(address);
    await until(() => run.connections.length === 1);
    await sendFromTestClient(session, address, '{"action":"join"}');
    await until(() => routes().includes('join'));
    assert.equal(run.connections.length, 1);
  });

  it('opens one client for messages that come while the first handshake waits', async () => {
    await startApi(session, address, world);
    await Promise.all(
      ['join', 'leave'].map((action) => sendFromTestClient(session, address, JSON.stringify({ action }))),
    );
    await until(() => session.runOf(address).hits.filter((hit) => hit.eventType === 'MESSAGE').length === 2);
    assert.equal(session.runOf(address).connections.length, 1);
  });

  it('routes the next message by the new definition', async () => {
    await startApi(session, address, world);
    const run = session.runOf(address);
    define('leave');
    await refreshApi(session, run, world);
    await sendFromTestClient(session, address, '{"action":"leave"}');
    await until(() => routes().includes('leave'));
  });

  it('stays stopped when it is stopped while its address is sought', async () => {
    const seek = async (url: string): Promise<string> => {
      await stopApi(session, address);
      return url;
    };
    await startApi(session, address, { ...world, external: seek });
    assert.deepEqual(session.runOf(address).state, { state: 'stopped' });
    assert.deepEqual(session.runningApis, []);
  });

  it('serves an edit that was made while it started', async () => {
    const starting = startApi(session, address, world);
    define('leave');
    await starting;
    await sendFromTestClient(session, address, '{"action":"leave"}');
    await until(() => routes().includes('leave'));
  });

  it('is told of trust that was given while it started', async () => {
    let isTrusted = false;
    const starting = startApi(session, address, { ...world, trusted: () => isTrusted });
    await until(() => session.runOf(address).served !== undefined);
    isTrusted = true;
    await starting;
    assert.equal(session.runOf(address).served?.runHandlers, true);
  });

  it('lets a second start wait for the first', async () => {
    const starting = startApi(session, address, world);
    await until(() => session.runOf(address).state.state === 'starting');
    await startApi(session, address, world);
    assert.equal(session.runOf(address).state.state, 'running');
    await starting;
  });

  it('is sent a definition only when it is another one', async () => {
    await startApi(session, address, world);
    const run = session.runOf(address);
    const before = run.served;
    define('join');
    await refreshApi(session, run, world);
    assert.equal(run.served, before);
    define('leave');
    await refreshApi(session, run, world);
    assert.notEqual(run.served, before);
  });

  it('can be stopped after its definition went away', async () => {
    await startApi(session, address, world);
    session.define([]);
    const run = session.runOf(address);
    await refreshApi(session, run, world);
    assert.equal(run.state.state, 'running');
    assert.deepEqual(session.find(address)?.address, address);
    await stopApi(session, address);
    assert.equal(session.find(address), undefined);
  });

  it('starts again after a crash, says so, and loses nothing of what happened', async () => {
    await startApi(session, address, world);
    const run = session.runOf(address);
    await sendFromTestClient(session, address, '{"action":"join"}');
    await until(() => routes().includes('join'));
    const before = run.hits.length;
    const pid = run.emulator?.pid ?? 0;
    assert.ok(pid > 0);
    process.kill(pid, 'SIGKILL');
    await until(
      () => run.emulator !== undefined && run.emulator.pid !== pid && run.state.state === 'running',
    );
    assert.match(warnings.join(), /stopped unexpectedly \(signal SIGKILL\).*started again/);
    assert.deepEqual(
      run.connections.map(({ open, ended }) => [open, ended]),
      [[false, 'the emulator stopped unexpectedly']],
    );
    await sendFromTestClient(session, address, '{"action":"join"}');
    await until(() => routes().slice(before).includes('join'));
    assert.deepEqual(
      run.hits.map(({ id }) => id),
      run.hits.map((_, index) => index + 1),
    );
  });

  it('says what went wrong where the program cannot be started', async () => {
    await startApi(session, address, { ...world, program: resolve('server/emulator/absent.ts') });
    const { state } = session.runOf(address);
    assert.match(state.state === 'failed' ? state.message : '', /^The emulator of chat stopped unexpectedly/);
  });

  it('refuses an API that is not defined any more', async () => {
    session.define([]);
    await assert.rejects(startApi(session, address, world), /Chat is no longer defined in .*template\.yaml/);
  });

  function routes(): readonly (string | null)[] {
    return session.runOf(address).hits.map(({ route }) => route);
  }

  function define(routeKey: string): void {
    session.define([{ uri, apis: [sketchApi('Chat', [routeKey])], problems: [] }]);
  }

  function until(isTrue: () => boolean): Promise<void> {
    if (isTrue()) return Promise.resolve();
    return new Promise((done) => {
      const end = session.onChange(() => {
        if (!isTrue()) return;
        end();
        done();
      });
    });
  }
});
