import assert from 'node:assert/strict';
import { lambda, mock } from './an-api.ts';
import { converse, hangUp, refused } from './converse.ts';

const functions = { F: {} };
const routes = { $connect: lambda('F'), $default: mock('hello') };

/** A handler whose body is the text. */
const handler = (body: string): Record<string, string> => ({
  'app.js': `exports.handler = async (event, context) => { ${body} };`,
});

describe('handshake', () => {
  afterEach(hangUp);

  it('accepts where there is no $connect route', async () => {
    const { connect } = await converse({ routes: { $default: mock('hello') } });
    assert.equal(await (await connect()).ask('x'), 'hello');
  });

  for (const status of [200, 201, 299]) {
    it(`accepts where $connect answers ${status}, and drops body and headers`, async () => {
      const code = handler(`return { statusCode: ${status}, body: 'no', headers: { 'X-Own': '1' } };`);
      const { connect, hit } = await converse({ routes, functions }, code);
      const peer = await connect();
      assert.equal(await peer.ask('x'), 'hello');
      assert.equal((await hit('$connect')).result, '101');
    });
  }

  for (const status of [301, 401, 403, 501]) {
    it(`refuses with status, headers and body where $connect answers ${status}`, async () => {
      const answer = `{ statusCode: ${status}, body: 'no', headers: { 'X-Own': '1' } }`;
      const { url, hit, events } = await converse({ routes, functions }, handler(`return ${answer};`));
      const answered = await refused(url);
      assert.equal(answered.status, status);
      assert.equal(answered.body, 'no');
      assert.equal(answered.headers['x-own'], '1');
      assert.equal((await hit('$connect')).result, String(status));
      assert.equal(
        events.some(({ type }) => type === 'connected'),
        false,
      );
    });
  }

  const failures = [
    { what: 'throws', body: 'throw new Error("no")', status: 502, message: 'Internal server error' },
    { what: 'answers nothing', body: '', status: 502, message: 'Internal server error' },
    { what: 'answers {}', body: 'return {}', status: 500, message: 'Internal server error' },
    { what: 'answers a text', body: 'return "ok"', status: 500, message: 'Internal server error' },
    {
      what: 'answers a key too much',
      body: 'return { statusCode: 200, x: 1 }',
      status: 500,
      message: 'Internal server error',
    },
  ];
  for (const { what, body, status, message } of failures) {
    it(`refuses with ${status} where $connect ${what}`, async () => {
      const { url } = await converse({ routes, functions }, handler(body));
      const answered = await refused(url);
      assert.equal(answered.status, status);
      assert.equal(answered.headers['content-type'], 'application/json; charset=UTF-8');
      assert.match(String(answered.headers['x-amz-apigw-id']), /^[\w-]{15}=$/);
      assert.match(
        answered.body,
        new RegExp(`^{"message":"${message}", "connectionId":"[\\w-]{15}=", "requestId":"[\\w-]{15}="}$`),
      );
    });
  }

  it('refuses with 504 where $connect takes longer than the integration may', async () => {
    const slow = { ...lambda('F'), timeoutInMillis: 50 };
    const { url } = await converse(
      { routes: { $connect: slow }, functions },
      handler('await new Promise((done) => setTimeout(done, 5000));'),
    );
    const answered = await refused(url);
    assert.equal(answered.status, 504);
    assert.match(answered.body, /^{"message":"Endpoint request timed out", /);
  });

  it('answers the subprotocol that $connect chooses', async () => {
    const code = handler(`return { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'b' } };`);
    const { connect } = await converse({ routes, functions }, code);
    assert.equal((await connect('', {}, ['a', 'b'])).socket.protocol, 'b');
  });

  it('chooses no subprotocol by itself, so that a client that asks for one gives up', async () => {
    const { connect } = await converse({ routes, functions }, handler('return { statusCode: 200 };'));
    await assert.rejects(connect('', {}, ['a', 'b']), /Server sent no subprotocol/);
  });

  it('accepts a slash after the stage', async () => {
    const { connect } = await converse({ routes: { $default: mock('hello') } });
    assert.equal(await (await connect('/?a=1')).ask('x'), 'hello');
  });

  for (const path of ['/', '/other', '/production', '/prod/more']) {
    it(`refuses ${path} with 403`, async () => {
      const { url, event } = await converse({ routes: {} });
      const answered = await refused(url.replace(/\/prod$/, path));
      assert.equal(answered.status, 403);
      assert.equal(answered.body, '{"message":"Forbidden"}');
      assert.equal(answered.headers['x-amzn-errortype'], 'ForbiddenException');
      assert.match((await event('notice')).text, /it can connect to \/prod\.$/);
    });
  }

  it('answers a plain GET by 426 on the stage and by 403 elsewhere', async () => {
    const { http } = await converse({ routes: {} });
    assert.equal((await fetch(http)).status, 426);
    assert.equal((await fetch(`${http}/more`)).status, 403);
    assert.equal((await fetch(new URL('/', http))).status, 403);
  });
});
