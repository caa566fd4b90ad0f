import assert from 'node:assert/strict';
import { standsIn } from '../../server/language/stands-in.ts';

describe('what stands between wildcards', () => {
  for (const [pattern, text, expected] of [
    ['join', 'join', true],
    ['join', 'joins', false],
    ['dev/*', 'dev/join', true],
    ['*/join', 'dev/join', true],
    ['*/leave', 'dev/join', false],
    ['a*a', 'a', false],
    ['a*b*b', 'ab', false],
    [`${'*a'.repeat(1000)}z`, 'a'.repeat(100_000), false],
  ] as const) {
    const shown = pattern.length > 20 ? 'a thousand wildcards' : pattern;
    it(`${shown} ${expected ? 'fits' : 'does not fit'} ${text.slice(0, 20)}`, () => {
      assert.equal(standsIn(pattern.split('*'), text), expected);
    });
  }
});
