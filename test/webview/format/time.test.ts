import assert from 'node:assert/strict';
import { formatDuration, formatTime } from '../../../client/webview/format/time.ts';

describe('time', () => {
  it('is the local time of day with milliseconds', () => {
    assert.equal(formatTime(new Date(2026, 10, 24, 4, 3, 9, 42).getTime()), '04:03:09.042');
  });

  for (const [milliseconds, text] of [
    [0.04, '0 ms'],
    [0.44, '0.4 ms'],
    [9.96, '10 ms'],
    [12.4, '12 ms'],
    [999, '999 ms'],
    [1250, '1.3 s'],
    [29_000, '29 s'],
  ] as const)
    it(`${milliseconds} milliseconds are ${text}`, () => assert.equal(formatDuration(milliseconds), text));
});
