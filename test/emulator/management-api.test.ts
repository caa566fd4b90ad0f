import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { lambda, mock } from './an-api.ts';
import { type Conversation, converse, hangUp } from './converse.ts';

const routes = { $default: mock('ok') };
const messageBytes = 128 * 1024;

function sdk({ http: endpoint }: Conversation): ApiGatewayManagementApiClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new ApiGatewayManagementApiClient({ endpoint, region: 'us-east-1', credentials });
}

describe('@connections', () => {
  afterEach(hangUp);

  for (const [what, path] of [
    ['as the SDK writes it', (id: string) => `/%40connections/${encodeURIComponent(id)}`],
    ['with @', (id: string) => `/@connections/${encodeURIComponent(id)}`],
    ['with an id that is not encoded', (id: string) => `/@connections/${id}`],
  ] as const) {
    it(`POST sends a text, the path ${what}`, async () => {
      const { connect, http } = await converse({ routes });
      const peer = await connect();
      const answer = await fetch(http + path(peer.connectionId), { method: 'POST', body: 'é☃' });
      assert.equal(answer.status, 200);
      assert.equal(await answer.text(), '');
      assert.match(answer.headers.get('x-amzn-requestid') ?? '', /^[\da-f-]{36}$/);
      assert.match(answer.headers.get('x-amz-apigw-id') ?? '', /^[\w-]{15}=$/);
      assert.equal(await peer.next(), 'é☃');
    });
  }

  it('works without a stage where one API runs', async () => {
    const { connect, http } = await converse({ routes });
    const peer = await connect();
    const address = http.replace(/\/prod$/, `/@connections/${peer.connectionId}`);
    assert.equal((await fetch(address, { method: 'POST', body: 'hi' })).status, 200);
    assert.equal(await peer.next(), 'hi');
  });

  it('POST sends bytes as a text, with what is not UTF-8 replaced', async () => {
    const { connect, http } = await converse({ routes });
    const peer = await connect();
    const body = Buffer.from([0x61, 0xff, 0x62]);
    await fetch(`${http}/@connections/${peer.connectionId}`, { method: 'POST', body });
    assert.equal(await peer.next(), 'a\uFFFDb');
  });

  it('POST takes 128 KB and no more', async () => {
    const { connect, http, event } = await converse({ routes });
    const peer = await connect();
    const address = `${http}/@connections/${peer.connectionId}`;
    const post = (bytes: number): Promise<Response> =>
      fetch(address, { method: 'POST', body: 'x'.repeat(bytes) });
    assert.equal((await post(messageBytes)).status, 200);
    assert.equal((await peer.next()).length, messageBytes);
    assert.equal((await event('frame')).bytes, messageBytes);
    const refused = await post(messageBytes + 1);
    assert.equal(refused.status, 413);
    assert.equal(await refused.text(), '');
  });

  it('GET tells who is connected, with the blanks that AWS has', async () => {
    const { connect, http } = await converse({ routes });
    const peer = await connect('', { headers: { 'User-Agent': 'my-client/1.0' } });
    const answer = await fetch(`${http}/@connections/${peer.connectionId}`);
    assert.equal(answer.status, 200);
    const time = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z';
    assert.match(
      await answer.text(),
      new RegExp(
        `^{\n  "identity" : {\n    "sourceIp" : "127\\.0\\.0\\.1",\n    "userAgent" : "my-client/1\\.0"\n  },\n  "connectedAt" : "${time}",\n  "lastActiveAt" : "${time}"\n}$`,
      ),
    );
  });

  it('DELETE closes the connection', async () => {
    const { connect, http, event } = await converse({ routes: { ...routes, $disconnect: mock('') } });
    const peer = await connect();
    const address = `${http}/@connections/${peer.connectionId}`;
    const answer = await fetch(address, { method: 'DELETE' });
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('content-type'), null);
    assert.equal((await fetch(address)).status, 410);
    const ended = { code: 1000, reason: 'Connection Closed Normally' };
    assert.deepEqual(await peer.closed, ended);
    const { code, reason } = await event('disconnected');
    assert.deepEqual({ code, reason }, ended);
  });

  it('answers 410 for a connection that is gone or never was', async () => {
    const { http } = await converse({ routes });
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await fetch(`${http}/@connections/SOqGjdZioAMCEeg%3D`, { method });
      assert.equal(answer.status, 410);
      assert.equal(answer.headers.get('x-amzn-errortype'), 'GoneException');
      assert.equal(answer.headers.get('content-type'), 'application/json');
      assert.equal(answer.headers.get('content-length'), '0');
    }
  });

  it('answers 400 for an id that cannot be one', async () => {
    const { connect, http } = await converse({ routes });
    const { connectionId } = await connect();
    const answer = await fetch(`${http}/@connections/${encodeURIComponent(connectionId)}test`, {
      method: 'POST',
    });
    assert.equal(answer.status, 400);
    assert.equal(answer.headers.get('x-amzn-errortype'), 'BadRequestException');
    assert.equal(await answer.text(), `{"message":"Invalid connectionId: ${connectionId}test"}`);
  });

  it('survives a caller that hangs up in the middle', async () => {
    const { connect, http } = await converse({ routes });
    const peer = await connect();
    const { hostname, port, pathname } = new URL(http);
    const socket = connectSocket(Number(port), hostname);
    socket.write(
      `POST ${pathname}/@connections/${peer.connectionId} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc`,
    );
    await once(socket, 'connect');
    socket.destroy();
    await once(socket, 'close');
    assert.equal(await peer.ask('x'), 'ok');
  });

  it('answers 403 elsewhere', async () => {
    const { http } = await converse({ routes });
    for (const path of ['/@connections', '/@connections/a/b', '/other/@connections/SOqGjdZioAMCEeg%3D']) {
      const answer = await fetch(http + path, { method: 'POST' });
      assert.equal(answer.status, 403);
      assert.equal(answer.headers.get('x-amzn-errortype'), 'ForbiddenException');
      assert.equal(await answer.text(), '{"message":"Forbidden"}');
    }
  });

  it('answers 410 while $connect still runs', async () => {
    const code = `exports.handler = async (event) => {
      const { connectionId, domainName, stage } = event.requestContext;
      const id = encodeURIComponent(connectionId);
      const { status } = await fetch('https://' + domainName + '/' + stage + '/@connections/' + id, { method: 'POST' });
      console.log(status);
      return { statusCode: 200 };
    };`;
    const { connect, event } = await converse(
      { routes: { $connect: lambda('F'), ...routes }, functions: { F: {} } },
      { 'app.js': code },
    );
    await connect();
    assert.equal((await event('log')).text, '410');
  });

  it('serves the AWS SDK', async () => {
    const conversation = await converse({ routes });
    const peer = await conversation.connect('', { headers: { 'User-Agent': 'my-client/1.0' } });
    const client = sdk(conversation);
    const ConnectionId = peer.connectionId;
    await client.send(new PostToConnectionCommand({ ConnectionId, Data: 'hi' }));
    assert.equal(await peer.next(), 'hi');
    const { Identity, ConnectedAt } = await client.send(new GetConnectionCommand({ ConnectionId }));
    assert.equal(Identity?.UserAgent, 'my-client/1.0');
    assert.ok(ConnectedAt instanceof Date);
    const tooLong = new PostToConnectionCommand({ ConnectionId, Data: 'x'.repeat(messageBytes + 1) });
    await assert.rejects(
      client.send(tooLong),
      (error: Error & { $metadata?: { httpStatusCode?: number } }) => {
        assert.equal(error.$metadata?.httpStatusCode, 413);
        return true;
      },
    );
    await client.send(new DeleteConnectionCommand({ ConnectionId }));
    await assert.rejects(
      client.send(new PostToConnectionCommand({ ConnectionId, Data: 'hi' })),
      (error) => error instanceof GoneException,
    );
    client.destroy();
  });
});
