import assert from 'node:assert/strict';
import { runCli } from './run-cli.ts';

/** The first problem of `${request.body.a}` on a message, if there is one. */
async function problemOf(message: string): Promise<string | undefined> {
  const { stdout } = await runCli(['eval', '${request.body.a}', '--payload-file', '-'], message);
  return (JSON.parse(stdout) as { problems: readonly { message: string }[] }).problems[0]?.message;
}

describe('routescope eval', () => {
  const rows: readonly (readonly [what: string, args: readonly string[], status: number, answer: object])[] =
    [
      [
        'a message that matches a route',
        ['$request.body.action', '--payload', '{"action":"join"}', '--route', 'join', '--route', '$default'],
        0,
        { value: 'join', route: 'join', reason: 'matched', problems: [] },
      ],
      [
        'a message that matches none',
        ['$request.body.action', '--payload', '{"action":"nope"}', '--route', '$default'],
        0,
        { value: 'nope', route: '$default', reason: 'default', problems: [] },
      ],
      [
        'a message that gets the Forbidden frame',
        ['$request.body.action', '--payload', '{"action":"nope"}', '--route', 'join'],
        0,
        { value: 'nope', route: null, reason: 'forbidden', problems: [] },
      ],
      [
        'text that is not JSON',
        ['$request.body.action', '--payload', 'hello', '--route', '$default'],
        0,
        { value: null, route: '$default', reason: 'default', problems: [] },
      ],
    ];
  for (const [what, args, status, answer] of rows) {
    it(what, async () => {
      const finished = await runCli(['eval', ...args]);
      assert.deepEqual(JSON.parse(finished.stdout), answer);
      assert.deepEqual({ status: finished.status, stderr: finished.stderr }, { status, stderr: '' });
    });
  }

  it('a malformed expression is a finding', async () => {
    const { status, stdout } = await runCli(['eval', '${request.body.action', '--payload', '{}']);
    const answer: { value: unknown; problems: readonly { message: string }[] } = JSON.parse(stdout);
    assert.equal(status, 1);
    assert.equal(answer.value, null);
    assert.match(answer.problems[0]?.message ?? '', /./);
  });

  it('a message that needs too much work is told from one that does not fit', async () => {
    assert.match((await problemOf(`{"a":${'['.repeat(500)}${']'.repeat(500)}}`)) ?? '', /too much time/);
    assert.match((await problemOf(`{"a":"${'x'.repeat(3_000_000)}"}`)) ?? '', /too much time/);
    assert.equal(await problemOf('{"a":"x"}'), undefined);
  });

  it('the message may come from stdin', async () => {
    const { stdout } = await runCli(['eval', '$request.body.a', '--payload-file', '-'], '{"a":"b"}');
    assert.equal(JSON.parse(stdout).value, 'b');
  });
});

describe('routescope eval --batch', () => {
  it('answers each line, and goes on behind lines that it does not understand', async () => {
    const lines = [
      '\uFEFF{"id":1,"expression":"$request.body.a","payload":"{\\"a\\":\\"x\\"}","routes":["x"]}\r',
      'no JSON',
      '',
      '{"id":"two","expression":"$request.body.a"}',
      '{"id":3,"expression":"$request.body.a","payload":"{}","routes":["$default"]}',
    ];
    const { status, stdout, stderr } = await runCli(['eval', '--batch'], lines.join('\n'));
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
      [
        { id: 1, value: 'x', route: 'x', reason: 'matched', problems: [] },
        { id: null, error: 'This line is not JSON.' },
        { id: 'two', error: '"payload" must be a string: the message as it is sent.' },
        { id: 3, value: '', route: '$default', reason: 'default', problems: [] },
      ],
    );
    assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
  });

  it('answers 100,000 lines', async () => {
    const row = { expression: '$request.body.a', payload: '{"a":"x"}', routes: ['x'] };
    const lines = Array.from({ length: 100_000 }, (_, id) => JSON.stringify({ id, ...row }));
    const { status, stdout } = await runCli(['eval', '--batch'], lines.join('\n'));
    const answers = stdout.trimEnd().split('\n');
    assert.equal(status, 0);
    assert.equal(answers.length, 100_000);
    assert.equal(JSON.parse(answers.at(-1) ?? '').id, 99_999);
  });
});
