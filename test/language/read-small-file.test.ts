import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readSmallFile } from '../../server/language/read-small-file.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

describe('a small file', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  before(() => {
    folder.write('empty', '');
    folder.write('small', 'größe');
    folder.write('folder/small', '');
    symlinkSync('small', join(folder.path, 'link'));
    symlinkSync('/dev/zero', join(folder.path, 'zero'));
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder.path, 'pipe')]);
  });

  for (const [name, limit, expected] of [
    ['small', 7, 'größe'],
    ['small', 6, undefined],
    ['empty', 0, ''],
    ['link', 7, 'größe'],
    ['zero', 7, undefined],
    ['pipe', 7, undefined],
    ['folder', 7, undefined],
    ['nowhere', 7, undefined],
  ] as const) {
    it(`${name}, of at most ${limit} bytes`, () =>
      assert.equal(readSmallFile(join(folder.path, name), limit), expected));
  }
});
