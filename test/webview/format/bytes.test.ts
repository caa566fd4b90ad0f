import assert from 'node:assert/strict';
import { countBytes, formatBytes } from '../../../client/webview/format/bytes.ts';

describe('bytes', () => {
  for (const [bytes, text] of [
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KB'],
    [1536, '1.5 KB'],
    [32 * 1024, '32 KB'],
    [128 * 1024, '128 KB'],
    [5 * 1024 * 1024, '5 MB'],
  ] as const)
    it(`${bytes} are ${text}`, () => assert.equal(formatBytes(bytes), text));

  it('are counted as UTF-8', () => assert.equal(countBytes('aé€😀'), 1 + 2 + 3 + 4));
});
