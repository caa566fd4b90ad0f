import assert from 'node:assert/strict';
import { execFile, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Ready } from '../../core/contracts/emulator.ts';
import { chatCopy } from '../kit/chat-copy.ts';
import { skipBecause } from '../kit/skip-because.ts';
import type { TemporaryFolder } from '../kit/temporary-folder.ts';

const wscat = 'node_modules/wscat/bin/wscat';
const run = promisify(execFile);
const join = '{"action":"join","room":"lobby","name":"Ada"}';
const welcome = '{"event":"welcome","room":"lobby","members":["Ada"]}';

describe('routescope start, with clients that others wrote', () => {
  let program: ChildProcess;
  let url: string;
  let folder: TemporaryFolder;

  before(async () => {
    folder = chatCopy();
    program = spawn(process.execPath, ['server/cli/main.ts', 'start', folder.path, '--port', '0', '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    assert.ok(program.stdout);
    const lines = createInterface({ input: program.stdout });
    const [first] = (await once(lines, 'line')) as [string];
    const ready = JSON.parse(first) as Ready;
    url = ready.apis[0]?.url ?? '';
  });

  after(async () => {
    const ended = once(program, 'exit');
    program.kill('SIGINT');
    assert.deepEqual(await ended, [0, null]);
    folder.remove();
  });

  it('answers wscat', async () => {
    const client = spawn(process.execPath, [wscat, '--connect', url, '--execute', join, '--wait', '-1']);
    const [answer] = (await once(createInterface({ input: client.stdout }), 'line')) as [string];
    assert.equal(answer, welcome);
    const ended = once(client, 'exit');
    client.stdin.end();
    await ended;
  });

  it('answers Python’s websockets', async function () {
    const python = pythons.find((one) => spawnSync(one, ['-c', 'import websockets']).status === 0);
    if (python === undefined) skipBecause(this, 'there is no Python with the package websockets.');
    const { stdout } = await run(python, ['-c', chat, url, join]);
    assert.equal(stdout.trim(), welcome);
  });
});

// A system's own Python has the system's packages, also where another one is first on the path.
const pythons = ['python3', '/usr/bin/python3', 'python'];
const chat = `
import asyncio, sys, websockets

async def main(url, message):
    async with websockets.connect(url) as socket:
        await socket.send(message)
        print(await asyncio.wait_for(socket.recv(), 10))

asyncio.run(main(*sys.argv[1:]))
`;
