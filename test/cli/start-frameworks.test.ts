import assert from 'node:assert/strict';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import type { EmulatorEvent } from '../../core/contracts/emulator.ts';
import { temporaryFolder, type TemporaryFolder } from '../kit/temporary-folder.ts';
import { spawnCli } from './run-cli.ts';

const answering = (reply: string) =>
  `exports.handler = async ({ body }) => ({ statusCode: 200, body: ${reply} });\n`;

describe('routescope start with definitions of frameworks', () => {
  let folder: TemporaryFolder;
  let child: ChildProcessWithoutNullStreams;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => {
    child.kill('SIGKILL');
    folder.remove();
  });

  /** Starts what the folder defines, and connects to it. */
  async function connected(stage: string): Promise<WebSocket> {
    child = spawnCli(['start', folder.path, '--port', '0', '--json']);
    for await (const line of createInterface({ input: child.stdout })) {
      const event: EmulatorEvent = JSON.parse(line);
      if (event.type !== 'ready') continue;
      const [api] = event.apis;
      assert.ok(api);
      assert.equal(api.stage, stage);
      const client = new WebSocket(api.url);
      await once(client, 'open');
      return client;
    }
    throw new Error('The program ended before it was ready.');
  }

  it('runs a service: its own expression, handlers in its folder, environment of all levels, other files', async () => {
    folder.write(
      'serverless.yml',
      `service: talk
provider:
  name: aws
  stage: \${opt:stage, 'live'}
  websocketsApiRouteSelectionExpression: $request.body.kind
  environment: \${file(environment.json)}
functions:
  connect:
    handler: src/connect.handler
    events:
      - websocket: $connect
  say:
    handler: src/say.handler
    environment:
      WHO: \${self:service}-\${sls:stage}
    events:
      - websocket: { route: say, routeResponseSelectionExpression: $default }
`,
    );
    folder.write('environment.json', '{ "WHO": "nobody", "GREETING": "hello" }');
    folder.write('src/connect.js', answering("''"));
    folder.write('src/say.js', answering('`${process.env.GREETING} ${process.env.WHO}: ${body}`'));
    const client = await connected('live');
    assert.equal(await answerTo(client, '{"kind":"say"}'), 'hello talk-live: {"kind":"say"}');
    client.close();
  });

  it('runs an Architect project: handlers by convention', async () => {
    folder.write('app.arc', '@app\ntalk\n\n@ws\nsay\n');
    for (const name of ['connect', 'disconnect']) folder.write(`src/ws/${name}/index.js`, answering("''"));
    folder.write('src/ws/default/index.js', 'exports.handler = async () => { throw new Error("no") };\n');
    folder.write(
      'src/ws/say/index.mjs',
      'export const handler = async () => { throw new Error("so it ran") };\n',
    );
    const client = await connected('staging');
    const answer = JSON.parse(await answerTo(client, '{"action":"say"}'));
    assert.equal(answer.message, 'Internal server error');
    client.close();
  });
});

async function answerTo(client: WebSocket, message: string): Promise<string> {
  const answer = once(client, 'message');
  client.send(message);
  const [data] = await answer;
  return String(data);
}
