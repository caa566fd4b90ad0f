import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lambda } from './an-api.ts';
import { type Conversation, converse, hangUp } from './converse.ts';
import { stillWorld } from './still-world.ts';

const app = {
  'app.js': `const { appendFileSync } = require('node:fs');
  exports.handler = async (event) => {
    appendFileSync('events', JSON.stringify(event) + '\\n');
    return { statusCode: 200, body: 'done' };
  };`,
};
const routes = { $connect: lambda('F'), $disconnect: lambda('F'), $default: lambda('F') };

/** The text of the latest event, with what differs from run to run replaced. */
function eventOf({ folder }: Conversation): unknown {
  const lines = readFileSync(join(folder, 'events'), 'utf8').trimEnd().split('\n');
  const apiId = /"apiId":"(\w{10})"/.exec(lines.at(-1) ?? '')?.[1] ?? '?';
  return (lines.at(-1) ?? '').replaceAll(apiId, 'abcdef1234');
}

const connectionId = 'AQEBAQEBAQEBAQE=';
const host = 'abcdef1234.execute-api.us-east-1.amazonaws.com';
const ids = { requestId: 'AgICAgICAgICAgI=', domainName: host, connectionId, apiId: 'abcdef1234' };
const time = { requestTime: '16/May/2022:17:30:17 +0000', messageDirection: 'IN' };
const epoch = { connectedAt: 1652722217711, requestTimeEpoch: 1652722217711 };

describe('events', () => {
  afterEach(hangUp);

  it('of $connect have the shape and the order of AWS', async () => {
    const sketch = { routes, functions: { F: {} }, stageVariables: { tableName: 't1' } };
    const conversation = await converse(sketch, app, { world: stillWorld() });
    await conversation.connect('?token=a&token=b', {
      headers: { 'User-Agent': 'my-client/1.0', Cookie: 'c', 'X-Own': '1' },
    });
    const sent = String(eventOf(conversation)).replaceAll(
      /"Sec-WebSocket-Key":(\[?)"[^"]+"/g,
      '"Sec-WebSocket-Key":$1"key"',
    );
    const headers = {
      Cookie: 'c',
      Host: host,
      'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
      'Sec-WebSocket-Key': 'key',
      'Sec-WebSocket-Version': '13',
      'User-Agent': 'my-client/1.0',
      'X-Amzn-Trace-Id': 'Root=1-62828a29-030303030303030303030303',
      'X-Forwarded-For': '127.0.0.1',
      'X-Forwarded-Port': '443',
      'X-Forwarded-Proto': 'https',
      'X-Own': '1',
    };
    const expected = {
      headers,
      multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      queryStringParameters: { token: 'b' },
      multiValueQueryStringParameters: { token: ['a', 'b'] },
      requestContext: {
        routeKey: '$connect',
        eventType: 'CONNECT',
        extendedRequestId: ids.requestId,
        ...time,
        stage: 'prod',
        ...epoch,
        identity: { userAgent: 'my-client/1.0', sourceIp: '127.0.0.1' },
        ...ids,
      },
      stageVariables: { tableName: 't1' },
      isBase64Encoded: false,
    };
    assert.equal(sent, JSON.stringify(expected));
  });

  it('of a message have the shape and the order of AWS', async () => {
    const conversation = await converse({ routes, functions: { F: {} } }, app, { world: stillWorld() });
    const peer = await conversation.connect();
    await peer.ask('{"first_name" : "Jane"}');
    const { messageId, requestId } = (
      JSON.parse(String(eventOf(conversation))) as { requestContext: Record<string, string> }
    ).requestContext;
    assert.match(String(messageId), /^[\w-]{8}AQEBAQE=$/);
    const expected = {
      requestContext: {
        routeKey: '$default',
        messageId,
        eventType: 'MESSAGE',
        extendedRequestId: requestId,
        ...time,
        stage: 'prod',
        ...epoch,
        identity: { sourceIp: '127.0.0.1' },
        ...ids,
        requestId,
      },
      body: '{"first_name" : "Jane"}',
      isBase64Encoded: false,
    };
    assert.equal(eventOf(conversation), JSON.stringify(expected));
  });

  it('of $disconnect have the shape and the order of AWS', async () => {
    const conversation = await converse({ routes, functions: { F: {} } }, app, { world: stillWorld() });
    const peer = await conversation.connect();
    peer.socket.close();
    await conversation.hit('$disconnect');
    const { requestId } = (
      JSON.parse(String(eventOf(conversation))) as { requestContext: Record<string, string> }
    ).requestContext;
    const expected = {
      headers: { Host: host, 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' },
      multiValueHeaders: { Host: [host], 'x-api-key': [''], 'X-Forwarded-For': [''], 'x-restapi': [''] },
      requestContext: {
        routeKey: '$disconnect',
        disconnectStatusCode: 1005,
        eventType: 'DISCONNECT',
        extendedRequestId: requestId,
        ...time,
        disconnectReason: 'Client-side close frame status not set',
        stage: 'prod',
        ...epoch,
        identity: { sourceIp: '127.0.0.1' },
        ...ids,
        requestId,
      },
      isBase64Encoded: false,
    };
    assert.equal(eventOf(conversation), JSON.stringify(expected));
  });
});
