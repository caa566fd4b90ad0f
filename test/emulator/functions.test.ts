import assert from 'node:assert/strict';
import { once } from 'node:events';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { anApi, lambda, text } from './an-api.ts';
import { converse, hangUp } from './converse.ts';

const routes = { $default: lambda('F') };
const functions = { F: {} };
const answer = (body: string): string => `return { statusCode: 200, body: ${body} };`;
const app = (code: string): Record<string, string> => ({
  'app.js': `exports.handler = async (event, context) => { ${code} };`,
});

interface Echoed {
  readonly routescope: string;
  readonly route: string;
  readonly why: string;
  readonly event: { readonly body: string };
}

describe('functions', () => {
  afterEach(hangUp);

  it('get the environment of Lambda and of their definition, and no credentials of the person', async () => {
    process.env['AWS_PROFILE'] = 'somebody';
    const { connect } = await converse(
      { routes, functions: { F: { environment: { TABLE: 'Table' }, memoryInMegabytes: 256 } } },
      app(answer('JSON.stringify(process.env)')),
    );
    const environment = JSON.parse(await (await connect()).ask('x')) as Record<string, string>;
    delete process.env['AWS_PROFILE'];
    const { TABLE, AWS_REGION, AWS_LAMBDA_FUNCTION_NAME, AWS_ACCESS_KEY_ID, _HANDLER } = environment;
    assert.deepEqual(
      { TABLE, AWS_REGION, AWS_LAMBDA_FUNCTION_NAME, AWS_ACCESS_KEY_ID, _HANDLER },
      {
        TABLE: 'Table',
        AWS_REGION: 'us-east-1',
        AWS_LAMBDA_FUNCTION_NAME: 'F',
        AWS_ACCESS_KEY_ID: 'test',
        _HANDLER: 'app.handler',
      },
    );
    assert.equal(environment['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'], '256');
    assert.equal(environment['AWS_PROFILE'], undefined);
    assert.equal(environment['ROUTESCOPE_GATEWAY'], undefined);
    assert.match(environment['AWS_LAMBDA_RUNTIME_API'] ?? '', /^127\.0\.0\.1:\d+$/);
  });

  it('write lines that carry their hit', async () => {
    const code = `process.stdout.write('out\\nmore'); console.error('err'); ${answer('"x"')}`;
    const { connect, event, hit } = await converse({ routes, functions }, app(code));
    await (await connect()).ask('x');
    const { id } = await hit('$default');
    for (const [stream, line] of [
      ['stdout', 'out'],
      ['stdout', 'more'],
      ['stderr', 'err'],
    ]) {
      const log = await event('log', (one) => one.text === line);
      assert.deepEqual(
        { stream: log.stream, hit: log.hit, function: log.function },
        { stream, hit: id, function: 'F' },
      );
    }
  });

  it('stay warm', async () => {
    const { connect } = await converse({ routes, functions }, app(answer('String(process.pid)')));
    const peer = await connect();
    assert.equal(await peer.ask('x'), await peer.ask('x'));
  });

  it('run in one process for each run at the same time', async () => {
    // Each run waits for the file of the other, so that one process alone would never answer.
    const code = `const { existsSync, writeFileSync } = require('node:fs');
      writeFileSync(event.body, '');
      while (!existsSync('a') || !existsSync('b')) await new Promise(setImmediate);
      ${answer('String(process.pid)')}`;
    const { connect } = await converse({ routes, functions }, app(code));
    const peer = await connect();
    peer.send('a');
    peer.send('b');
    assert.notEqual(await peer.next(), await peer.next());
  });

  it('run their new code from the next message on, however the editor saves', async () => {
    const { connect, folder } = await converse({ routes, functions }, app(answer('"old"')));
    const peer = await connect();
    assert.equal(await peer.ask('x'), 'old');
    const file = join(folder, 'app.js');
    const saves = [
      (code: string) => writeFileSync(file, code),
      (code: string) => {
        writeFileSync(`${file}~`, code);
        renameSync(`${file}~`, file);
      },
    ];
    for (const [index, save] of saves.entries()) {
      const body = `new ${index}`;
      save(app(answer(`"${body}"`))['app.js'] ?? '');
      assert.equal(await peer.ask('x'), body);
    }
  });

  it('that do not load are answered by an error, and run when they are mended', async () => {
    const { connect, folder, event } = await converse(
      { routes, functions },
      { 'app.js': 'exports.handler = ;' },
    );
    const peer = await connect();
    assert.match(await peer.ask('x'), /"Internal server error"/);
    assert.match((await event('log', (one) => one.stream === 'stderr')).text, /SyntaxError|exports\.handler/);
    writeFileSync(join(folder, 'app.js'), app(answer('"mended"'))['app.js'] ?? '');
    assert.equal(await peer.ask('x'), 'mended');
  });

  it('that end the process are answered by an error, and run again', async () => {
    const code = `if (event.body === 'die') process.exit(3); ${answer('"alive"')}`;
    const { connect, event } = await converse({ routes, functions }, app(code));
    const peer = await connect();
    assert.match(await peer.ask('die'), /"Internal server error"/);
    const log = await event('log', (one) => one.text.includes('Runtime.ExitError'));
    assert.match(log.text, /RequestId: [\da-f-]{36} Error: Runtime exited with error: exit status 3$/);
    assert.equal(await peer.ask('x'), 'alive');
  });

  it('that take too long are ended, and run again', async () => {
    const code = `if (event.body === 'sleep') for (;;); ${answer('"awake"')}`;
    const { connect, event } = await converse(
      { routes, functions: { F: { timeoutInSeconds: 0.3 } } },
      app(code),
    );
    const peer = await connect();
    assert.match(await peer.ask('sleep'), /"Internal server error"/);
    await event('log', (one) => one.text.endsWith('Task timed out after 0.30 seconds'));
    assert.equal(await peer.ask('x'), 'awake');
  });

  it('end with the gateway, also those at work', async () => {
    const code = `console.log(process.pid); await new Promise((done) => setTimeout(done, 60_000));`;
    const { connect, event, gateway } = await converse(
      { routes, functions: { F: { timeoutInSeconds: 60 } } },
      app(code),
    );
    (await connect()).send('x');
    const pid = Number((await event('log')).text);
    await gateway.stop();
    assert.throws(() => process.kill(pid, 0), /ESRCH/);
  });

  it('end with the programs that they have started', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const program = JSON.stringify(`require('node:net').connect(${port}, '127.0.0.1')`);
    const code = `require('node:child_process').spawn(process.execPath, ['-e', ${program}]); ${answer('"x"')}`;
    const { connect, gateway } = await converse({ routes, functions }, app(code));
    const connected = once(server, 'connection') as Promise<[Socket]>;
    await (await connect()).ask('x');
    const [socket] = await connected;
    const closed = once(
      socket.resume().on('error', () => {}),
      'close',
    );
    await gateway.stop();
    await closed;
    server.close();
  });

  it('that cannot be started are answered by an error that says so', async () => {
    const environment = { A: 'a\0b' };
    const { connect, event } = await converse(
      { routes, functions: { F: { environment } } },
      app(answer('"x"')),
    );
    assert.match(await (await connect()).ask('x'), /"Internal server error"/);
    assert.match((await event('log')).text, /The process of the function cannot be started: .*null bytes/);
  });

  it('written in the definition run', async () => {
    const inline = { handler: text('index.handler'), inlineCode: app(answer('"inline"'))['app.js'] ?? '' };
    const { connect } = await converse({ routes, functions: { F: inline } });
    assert.equal(await (await connect()).ask('x'), 'inline');
  });

  it('get a new environment with a new definition, and finish what they do', async () => {
    const code = `if (event.body === 'slow') {
        console.log('begun');
        while (!require('node:fs').existsSync('go')) await new Promise(setImmediate);
      }
      ${answer('String(process.env.A)')}`;
    const { connect, gateway, folder, event } = await converse({ routes, functions }, app(code));
    const peer = await connect();
    peer.send('slow');
    await event('log');
    const api = anApi({ routes, functions: { F: { environment: { A: 'b' } } } });
    gateway.run([{ api, file: join(folder, 'template.yaml'), stage: 'prod' }]);
    assert.equal(await peer.ask('x'), 'b');
    writeFileSync(join(folder, 'go'), '');
    assert.equal(await peer.next(), 'undefined');
  });

  const echoes = [
    {
      what: 'whose code is not there',
      change: { codeUri: 'nowhere/' },
      why: 'The code of the function F is not there: nowhere/.',
    },
    {
      what: 'whose handler is not there',
      change: { handler: text('other.handler') },
      why: 'The handler of the function F is not there: none of other.js, other.mjs, other.cjs, other.ts, other.mts, other.cts in ..',
    },
    {
      what: 'in Python',
      change: { runtime: 'python3.13' },
      why: 'The function F has the runtime python3.13, which does not run here yet.',
    },
    {
      what: 'whose handler is no file and name',
      change: { handler: text('app') },
      why: 'The Handler of the function F is not of the form file.function: app.',
    },
    {
      what: 'whose handler is outside of its folder',
      change: { handler: text('../app.handler') },
      why: 'The Handler of the function F is outside of its code folder: ../app.handler.',
    },
  ];
  for (const { what, change, why } of echoes) {
    it(`${what} are answered by an echo that says so, once as a notice`, async () => {
      const oneWay = { $default: { ...lambda('F'), oneWay: true as const } };
      const { connect, events } = await converse({ routes: oneWay, functions: { F: change } }, app(''));
      const peer = await connect();
      for (const message of ['a', 'b']) {
        const echoed = JSON.parse(await peer.ask(message)) as Echoed;
        assert.deepEqual(
          [echoed.routescope, echoed.route, echoed.why, echoed.event.body],
          ['echo', '$default', why, message],
        );
      }
      const notices = events.flatMap((one) => (one.type === 'notice' ? [one.text] : []));
      assert.deepEqual(notices, [`$default is answered by an echo. ${why}`]);
    });
  }

  it('do not run in a workspace that is not trusted, and the echo says so', async () => {
    const conversation = await converse(
      { routes: { $connect: lambda('F'), ...routes }, functions },
      app(answer('"ran"')),
      { runHandlers: false },
    );
    const echoed = JSON.parse(await (await conversation.connect()).ask('x')) as Echoed;
    assert.match(echoed.why, /not trusted, so no handler runs/);
  });

  it('whose file is taken away are answered by an echo from then on', async () => {
    const { connect, folder } = await converse({ routes, functions }, app(answer('"warm"')));
    const peer = await connect();
    await peer.ask('x');
    rmSync(join(folder, 'app.js'));
    assert.match(await peer.ask('x'), /is not there/);
  });
});
