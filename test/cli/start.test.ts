import assert from 'node:assert/strict';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import type { EmulatorEvent } from '../../core/contracts/emulator.ts';
import type { Hit } from '../../core/routing/trace.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { spawnCli } from './run-cli.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Chat:
    Type: AWS::Serverless::WebSocketApi
    Properties:
      RouteSelectionExpression: $request.body.action
      StageName: dev
      Routes:
        $disconnect:
          FunctionArn: !GetAtt Handler.Arn
        join:
          FunctionArn: !GetAtt Handler.Arn
  Handler:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: |
        exports.handler = async () => ({ statusCode: 200 });
`;

describe('routescope start', () => {
  const folder = temporaryFolder();
  let child: ChildProcessWithoutNullStreams;
  beforeEach(() => folder.write('template.yaml', template));
  afterEach(() => child.kill('SIGKILL'));
  after(() => folder.remove());

  it('serves the API, follows its definition, and ends with Ctrl-C', async () => {
    child = spawnCli(['start', folder.path, '--port', '0', '--json']);
    const ended = once(child, 'exit');
    const events = eventsOf(child);

    const ready = await events.next();
    assert.ok(ready.value?.type === 'ready');
    const [api] = ready.value.apis;
    assert.deepEqual([api?.name, api?.stage], ['Chat', 'dev']);
    const url = api?.url ?? '';
    assert.match(url, /^ws:\/\/127\.0\.0\.1:\d+\/dev$/);

    const client = new WebSocket(url);
    await once(client, 'open');
    client.send('{"action":"join"}');
    assert.equal(await nextRoute(events, 'MESSAGE'), 'join');

    folder.write('template.yaml', template.replace('        join:', '        enter:'));
    await nextOf(events, (event) => event.type === 'ready');
    client.send('{"action":"enter"}');
    assert.equal(await nextRoute(events, 'MESSAGE'), 'enter');

    const closed = once(client, 'close');
    child.kill('SIGINT');
    assert.equal(await nextRoute(events, 'DISCONNECT'), '$disconnect');
    await closed;
    assert.deepEqual(await ended, [0, null]);
  });

  it('tells people where to connect', async () => {
    child = spawnCli(['start', folder.path, '--port', '0']);
    const ended = once(child, 'exit');
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    assert.equal((await lines.next()).value, 'Chat');
    assert.match((await lines.next()).value ?? '', /^ {2}connect {2}ws:\/\/127\.0\.0\.1:\d+\/dev$/);
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
  });
});

type Events = AsyncGenerator<EmulatorEvent>;

async function* eventsOf({ stdout }: ChildProcessWithoutNullStreams): Events {
  for await (const line of createInterface({ input: stdout })) yield JSON.parse(line);
}

async function nextOf(events: Events, isWanted: (event: EmulatorEvent) => boolean): Promise<EmulatorEvent> {
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error('The program ended before the event.');
    if (isWanted(value)) return value;
  }
}

async function nextRoute(events: Events, eventType: Hit['eventType']): Promise<string | null> {
  const event = await nextOf(events, (one) => one.type === 'hit' && one.hit.eventType === eventType);
  return event.type === 'hit' ? event.hit.route : null;
}
