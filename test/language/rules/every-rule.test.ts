import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { diagnostics } from '../../../server/language/rules/rules.ts';

describe('the tests of rules', () => {
  it('underline something for every code', () => {
    const tests = globSync('test/language/**/*.test.ts').map((file) => readFileSync(file, 'utf8'));
    const underlined = new Set(
      tests.flatMap((text) => [...text.matchAll(/\^ ([a-z-]+)/g)]).map(([, code]) => code),
    );
    assert.deepEqual(
      diagnostics.map(({ code }) => code).filter((code) => !underlined.has(code)),
      [],
    );
  });
});
