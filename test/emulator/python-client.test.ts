import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { skipBecause } from '../kit/skip-because.ts';
import { mock } from './an-api.ts';
import { converse, hangUp } from './converse.ts';

const program = `
import asyncio, json, sys, websockets

async def main(url):
    async with websockets.connect(url) as client:
        answers = []
        for message in ['{"action":"join"}', '{"action":"nope"}', 'hello']:
            await client.send(message)
            answers.append(await client.recv())
        pong = await client.ping()
        await asyncio.wait_for(pong, 5)
        await client.close(1000, 'bye')
    print(json.dumps(answers))

asyncio.run(main(sys.argv[1]))
`;

describe('a client of Python websockets', () => {
  // Debian's packages belong to its own Python, which need not be the first of the path.
  const python = ['python3', '/usr/bin/python3'].find(
    (one) => spawnSync(one, ['-c', 'import websockets']).status === 0,
  );
  before(function () {
    if (python === undefined) skipBecause(this, 'there is no Python with the package websockets.');
  });
  afterEach(hangUp);

  it('connects, sends, receives, pings and closes', async () => {
    const { url, event } = await converse({ routes: { join: mock('joined'), $default: mock('anything') } });
    const { stdout } = await promisify(execFile)(String(python), ['-c', program, url]);
    assert.deepEqual(JSON.parse(stdout), ['joined', 'anything', 'anything']);
    const { code, reason } = await event('disconnected');
    assert.deepEqual({ code, reason }, { code: 1000, reason: 'bye' });
    assert.match((await event('connected')).userAgent ?? '', /^Python\//);
  });
});
