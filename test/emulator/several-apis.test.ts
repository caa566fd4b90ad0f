import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { anApi, lambda, mock } from './an-api.ts';
import { converse, hangUp } from './converse.ts';

/** Posts `hi` to its client under the name that the API has on AWS. */
const app = `exports.handler = async ({ requestContext: { domainName, stage, connectionId } }) => {
  const url = 'https://' + domainName + '/' + stage + '/@connections/' + encodeURIComponent(connectionId);
  await fetch(url, { method: 'POST', body: 'hi' });
  return { statusCode: 200 };
};`;

describe('several APIs on one port', () => {
  afterEach(hangUp);

  it('are told apart by their stage, else by their logical id before it, and by their name on AWS', async () => {
    const { gateway, folder } = await converse({ routes: {} });
    writeFileSync(join(folder, 'app.js'), app);
    const file = join(folder, 'template.yaml');
    const first = anApi({ name: 'First', routes: { $default: mock('first') } });
    const second = anApi({
      name: 'Second',
      routes: { $default: { ...lambda('F'), oneWay: true } },
      functions: { F: {} },
    });
    const third = anApi({ name: 'Third', routes: { $default: mock('third') } });
    const { port, apis } = gateway.run([
      { api: first, file, stage: 'prod' },
      { api: second, file, stage: 'prod' },
      { api: third, file, stage: 'dev' },
    ]);
    const origin = `ws://127.0.0.1:${port}`;
    assert.deepEqual(
      apis.map(({ url }) => url),
      [`${origin}/prod`, `${origin}/Second/prod`, `${origin}/dev`],
    );
    const answers = await Promise.all(apis.map(({ url }) => firstAnswer(url)));
    assert.deepEqual(answers, ['first', 'hi', 'third']);
  });
});

function firstAnswer(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.once('error', reject);
    socket.once('open', () => socket.send('x'));
    socket.once('message', (data: Buffer) => {
      socket.close();
      resolve(data.toString());
    });
  });
}
