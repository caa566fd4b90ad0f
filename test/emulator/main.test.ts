import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';
import type { ClientOpened, EmulatorEvent, Ready, RunApis } from '../../core/contracts/emulator.ts';
import { anApi, lambda, mock } from './an-api.ts';

const main = fileURLToPath(new URL('../../server/emulator/main.ts', import.meta.url));
const handler = `exports.handler = async (event) => { console.log(process.pid); return { statusCode: 200 }; };`;

describe('the emulator as a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'routescope-test-'));
  const children: ChildProcess[] = [];
  const api = anApi({ routes: { $connect: lambda('F'), $default: mock('ok') }, functions: { F: {} } });
  const run: RunApis = {
    apis: [{ api, file: join(folder, 'template.yaml'), stage: 'prod' }],
    port: 0,
    runHandlers: true,
  };

  before(() => writeFileSync(join(folder, 'app.js'), handler));
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('starts, opens clients, sends their messages, tells everything, and stops', async () => {
    const { ask, events, child } = startEmulator();
    const ready = await ask<Ready>('run', run);
    assert.match(ready.apis[0]?.url ?? '', /^ws:\/\/127\.0\.0\.1:\d+\/prod$/);
    const how = { api: 'Api', file: join(folder, 'template.yaml'), query: 'a=1', headers: { 'X-Own': '1' } };
    const { client, connectionId, outcome } = await ask<ClientOpened>('openClient', how);
    assert.equal(outcome, 'opened');
    await ask('sendMessage', { client, text: 'hello' });
    await ask('closeClient', { client, code: 1000, reason: 'bye' });
    await ask('stop');
    const told = events.flatMap((event) => (event.type === 'log' ? [] : [event.type]));
    assert.deepEqual(told, ['ready', 'hit', 'connected', 'frame', 'frame', 'hit', 'disconnected', 'hit']);
    const connected = events.find((event) => event.type === 'connected');
    assert.deepEqual([connected?.client, connected?.connectionId], [client, connectionId]);
    child.disconnect();
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('answers a refused handshake, and says what a client cannot do', async () => {
    const { ask } = startEmulator();
    const forbidding = anApi({ routes: { $connect: mock('no', 403) } });
    await ask('run', { ...run, apis: [{ ...run.apis[0], api: forbidding }] });
    const how = { api: 'Api', file: join(folder, 'template.yaml') };
    assert.deepEqual(await ask('openClient', how), { outcome: 'refused', status: 403, body: 'no' });
    await assert.rejects(ask('sendMessage', { client: 7, text: 'x' }), /The client 7 is not connected\./);
    await ask('stop');
    await assert.rejects(ask('openClient', how), /The emulator is not running\./);
  });

  it('takes the next free port where the port is in use, and says so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { ask, events } = startEmulator();
    const ready = await ask<Ready>('run', { ...run, port });
    await ask('stop');
    other.close();
    assert.equal(ready.busyPort, port);
    assert.ok(ready.port > port);
    const notice = events.find((event) => event.type === 'notice');
    assert.equal(notice?.text, `Port ${port} is in use; the gateway listens on ${ready.port}.`);
  });

  for (const [what, code] of [
    ['waits', "exports.handler = async () => { console.log('on'); return { statusCode: 200 }; };"],
    ['never ends', "exports.handler = () => { console.log('on'); for (;;); };"],
    ['never loads', "console.log('on'); for (;;);"],
  ] as const)
    it(`ends with its parent when that is killed, and so does its function that ${what}`, async () => {
      writeFileSync(join(folder, 'app.js'), code);
      // The emulator and its function inherit the output of the parent: it closes when all of them have ended.
      const open = request(2, 'openClient', { api: 'Api', file: run.apis[0]?.file });
      const program = `
        const child = require('node:child_process').fork(${JSON.stringify(main)}, { stdio: 'inherit' });
        child.on('message', ({ id, params }) => {
          if (id === 1) child.send(${open});
          if (JSON.stringify(params ?? '').includes('"type":"log"')) console.log('on');
        });
        child.send(${request(1, 'run', run)});`;
      const parent = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
      children.push(parent);
      await once(parent.stdout, 'data');
      const closed = once(parent.stdout, 'close');
      parent.kill('SIGKILL');
      await closed;
    });

  function startEmulator(): {
    child: ChildProcess;
    events: EmulatorEvent[];
    ask: <Result>(method: string, params?: object) => Promise<Result>;
  } {
    const child = fork(main);
    children.push(child);
    const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    const events: EmulatorEvent[] = [];
    connection.onNotification('events', (batch: EmulatorEvent[]) => void events.push(...batch));
    connection.listen();
    return { child, events, ask: (method, params) => connection.sendRequest(method, params) };
  }
});

/** A request as JSON-RPC writes it. */
function request(id: number, method: string, params: object): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params });
}
