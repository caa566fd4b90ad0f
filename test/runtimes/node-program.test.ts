import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nodeProgramFor } from '../../server/emulator/lambda/node-program.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { skipBecause } from '../kit/skip-because.ts';

describe('the Node.js that runs functions', () => {
  const path = process.env['PATH'];
  const folder = temporaryFolder();

  after(() => {
    process.env['PATH'] = path;
    folder.remove();
  });

  /** Whether the person's Node.js, of that version, runs a function of that runtime; these tests run on 24. */
  const rows: readonly (readonly [own: string, runtime: string | undefined, runs: boolean])[] = [
    ['v20.20.2', 'nodejs18.x', true],
    ['v20.20.2', 'nodejs20.x', true],
    ['v20.20.2', 'nodejs22.x', false],
    ['v20.20.2', undefined, true],
    ['v99.0.0', 'nodejs22.x', true],
    ['v99.0.0', 'nodejs100.x', true],
  ];
  for (const [own, runtime, runs] of rows)
    it(`of a person with ${own} is ${runs ? 'theirs' : 'this one'} for ${runtime ?? 'no runtime'}`, async function () {
      if (process.platform === 'win32')
        skipBecause(this, 'a script with a first line of its own is no program on Windows.');
      const name = `${own} ${runtime}`;
      const program = join(folder.path, name, 'node');
      folder.write(join(name, 'node'), `#!/bin/sh\necho ${own}\n`);
      chmodSync(program, 0o755);
      process.env['PATH'] = join(folder.path, name);
      assert.equal((await nodeProgramFor(runtime)).program, runs ? program : process.execPath);
    });

  it('is this one for a person who has none', async () => {
    process.env['PATH'] = join(folder.path, 'empty');
    assert.equal((await nodeProgramFor('nodejs22.x')).program, process.execPath);
  });

  it('is never one that is found by a relative folder', async () => {
    folder.write('relative/node', '#!/bin/sh\necho v99.0.0\n');
    chmodSync(join(folder.path, 'relative', 'node'), 0o755);
    process.env['PATH'] = relative(process.cwd(), join(folder.path, 'relative'));
    assert.equal((await nodeProgramFor('nodejs22.x')).program, process.execPath);
  });
});
