import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

const sources = globSync('{core,server,client,scripts,test,bench,examples}/**/*.{ts,mjs,py}', {
  exclude: ['**/node_modules/**'],
});

describe('house rules', () => {
  it('no file is longer than 300 lines', () => {
    const long = sources
      .map((file) => ({ file, lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 300);
    assert.deepEqual(long, []);
  });
});
