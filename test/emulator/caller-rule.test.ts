import assert from 'node:assert/strict';
import { mock } from './an-api.ts';
import { converse, hangUp, refused } from './converse.ts';

interface Caller {
  readonly headers: Readonly<Record<string, string>>;
  readonly allowedOrigins?: readonly string[];
}

const api = { routes: { $default: mock('hello') } };

describe('who may call the gateway', () => {
  afterEach(hangUp);

  const welcome: Readonly<Record<string, Caller>> = {
    'a program': { headers: {} },
    'a page of this machine': { headers: { Origin: 'http://localhost:5173' } },
    'a page of this machine by number': { headers: { Origin: 'http://127.0.0.1:8080' } },
    'a page of a name below localhost': { headers: { Origin: 'https://app.localhost' } },
    'a page that is allowed': {
      headers: { Origin: 'https://app.example' },
      allowedOrigins: ['https://app.example'],
    },
    'anybody where all are allowed': {
      headers: { Origin: 'https://evil.example', Host: 'evil.example' },
      allowedOrigins: ['*'],
    },
  };
  for (const [who, { headers, allowedOrigins = [] }] of Object.entries(welcome))
    it(`${who} may`, async () => {
      const { connect } = await converse(api, {}, { allowedOrigins });
      const peer = await connect('', { headers });
      assert.equal(await peer.ask('x'), 'hello');
    });

  const unwelcome: Readonly<Record<string, Caller>> = {
    'any other page': { headers: { Origin: 'https://evil.example' } },
    'a page whose name begins alike': { headers: { Origin: 'http://localhost.evil.example' } },
    'a page without an origin of its own': { headers: { Origin: 'null' } },
    'a page by a name bound to this address': { headers: { Host: 'evil.example:3001' } },
  };
  for (const [who, { headers }] of Object.entries(unwelcome))
    it(`${who} may not, and the person is told`, async () => {
      const { url, event } = await converse(api);
      const { status, body } = await refused(url, { headers });
      assert.deepEqual([status, body], [403, '{"message":"Forbidden"}']);
      assert.match((await event('notice')).text, /routescope\.allowedOrigins.*--allow-origin/);
    });

  it('a page of another origin reaches no connection', async () => {
    const { http, connect } = await converse(api);
    const { connectionId } = await connect();
    const address = `${http}/@connections/${encodeURIComponent(connectionId)}`;
    const fromPage = await fetch(address, { method: 'DELETE', headers: { Origin: 'https://evil.example' } });
    assert.equal(fromPage.status, 403);
    assert.equal((await fetch(address)).status, 200);
  });
});
