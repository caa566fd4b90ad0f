import assert from 'node:assert/strict';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { lambda, mock } from './an-api.ts';
import { converse, hangUp } from './converse.ts';

describe('a gateway that is stopped', () => {
  afterEach(hangUp);

  it('takes no client that comes back meanwhile', async () => {
    const code = 'exports.handler = () => new Promise((done) => setTimeout(() => done({}), 300));';
    const api = { routes: { $disconnect: lambda('F'), $default: mock('hello') }, functions: { F: {} } };
    const { connect, gateway, url } = await converse(api, { 'app.js': code });
    const peer = await connect();
    const again = peer.closed.then(async () => {
      const socket = new WebSocket(url);
      const [{ message }] = (await once(socket, 'error')) as [Error];
      return message;
    });
    await gateway.stop();
    assert.equal(await again, 'Unexpected server response: 503');
  });

  it('waits for no $disconnect that does not end, and leaves none of its processes', async () => {
    const code = 'exports.handler = () => { console.log(process.pid); for (;;); };';
    const functions = { F: { timeoutInSeconds: 60 } };
    const api = { routes: { $disconnect: lambda('F'), $default: mock('hello') }, functions };
    const { connect, gateway, event } = await converse(api, { 'app.js': code });
    await connect();
    const stopped = gateway.stop();
    const pid = Number((await event('log')).text);
    assert.ok(isAlive(pid));
    await stopped;
    assert.ok(!isAlive(pid));
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
