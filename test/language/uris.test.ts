import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { isWithin } from '../../server/language/is-within.ts';
import { pathOf, uriOf } from '../../server/language/uris.ts';

describe('the address of a file', () => {
  for (const [windows, path, uri] of [
    [false, '/a (b)/ü.yaml', 'file:///a%20%28b%29/%C3%BC.yaml'],
    [true, 'c:\\projects\\a b.yaml', 'file:///c%3A/projects/a%20b.yaml'],
    [true, '\\\\server\\share\\chat.yaml', 'file://server/share/chat.yaml'],
    [true, '\\\\wsl$\\Ubuntu\\chat.yaml', 'file://wsl%24/Ubuntu/chat.yaml'],
  ] as const) {
    it(`${path} is ${uri}, and back`, () => {
      assert.equal(uriOf(path, windows), uri);
      assert.equal(pathOf(uri, windows), path);
    });
  }

  it('names no path where the file is on another machine or on no disk', () => {
    assert.equal(pathOf('file://server/share/chat.yaml', false), undefined);
    assert.equal(pathOf('untitled:Untitled-1', false), undefined);
  });
});

describe('a path is within a folder', () => {
  for (const [style, folder, path, expected] of [
    [posix, '/projects', '/projects/a/b.yaml', true],
    [posix, '/projects', '/projects/..a', true],
    [posix, '/projects', '/projects', false],
    [posix, '/projects', '/', false],
    [posix, '/projects', '/projects-old/a', false],
    [posix, '/', '/projects', true],
    [win32, 'C:\\projects', 'c:\\projects\\a', true],
    [win32, 'C:\\projects', 'D:\\projects\\a', false],
    [win32, 'C:\\projects', '\\\\evil\\share\\a', false],
  ] as const) {
    it(`${path} in ${folder}: ${expected}`, () => assert.equal(isWithin(folder, path, style), expected));
  }
});
