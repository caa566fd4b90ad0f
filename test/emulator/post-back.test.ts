import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { lambda } from './an-api.ts';
import { converse, hangUp } from './converse.ts';

const sdk = fileURLToPath(import.meta.resolve('@aws-sdk/client-apigatewaymanagementapi'));

/** Handlers as they are written for AWS; each posts `hi` to the client that called it. */
const handlers = {
  'the AWS SDK': {
    'app.js': `const { ApiGatewayManagementApiClient, PostToConnectionCommand } = require(${JSON.stringify(sdk)});
    exports.handler = async ({ requestContext: { domainName, stage, connectionId } }) => {
      const client = new ApiGatewayManagementApiClient({ endpoint: 'https://' + domainName + '/' + stage });
      await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: 'hi' }));
      return { statusCode: 200 };
    };`,
  },
  'https, imported by name': {
    'app.mjs': `import { request } from 'node:https';
    export const handler = ({ requestContext: { domainName, stage, connectionId } }) =>
      new Promise((resolve, reject) => {
        const path = '/' + stage + '/@connections/' + encodeURIComponent(connectionId);
        request({ hostname: domainName, path, method: 'POST' }, (response) => {
          response.resume();
          response.on('end', () => resolve({ statusCode: response.statusCode }));
        }).on('error', reject).end('hi');
      });`,
  },
  'https with an agent of its own and a URL': {
    'app.js': `const https = require('https');
    const agent = new https.Agent({ keepAlive: true });
    exports.handler = (event, context, callback) => {
      const { domainName, stage, connectionId } = event.requestContext;
      context.callbackWaitsForEmptyEventLoop = false;
      const url = 'https://' + domainName + '/' + stage + '/@connections/' + encodeURIComponent(connectionId);
      const request = https.request(url, { agent, method: 'POST' }, (response) => {
        response.resume();
        callback(null, { statusCode: response.statusCode });
      });
      request.end('hi');
    };`,
  },
  fetch: {
    'app.mjs': `export async function handler({ requestContext: { domainName, stage, connectionId } }) {
      const url = 'https://' + domainName + '/' + stage + '/@connections/' + encodeURIComponent(connectionId);
      const { status } = await fetch(url, { method: 'POST', body: 'hi' });
      return { statusCode: status };
    }`,
  },
};

describe('a handler that posts to its client under the name it has on AWS', () => {
  afterEach(hangUp);

  for (const [what, files] of Object.entries(handlers)) {
    it(`by ${what}`, async () => {
      const routes = { $default: { ...lambda('F'), oneWay: true as const } };
      const { connect, hit } = await converse({ routes, functions: { F: {} } }, files);
      const peer = await connect();
      for (const text of ['x', 'y']) assert.equal(await peer.ask(text), 'hi');
      assert.equal((await hit('$default')).result, '200');
    });
  }
});
