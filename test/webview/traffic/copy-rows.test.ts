import assert from 'node:assert/strict';
import { copyRows } from '../../../client/webview/traffic/copy-rows.ts';
import { previewText } from '../../../client/webview/traffic/preview-text.ts';

describe('rows as text', () => {
  it('are lines with columns, whatever their texts hold', () => {
    const at = Date.UTC(2026, 10, 24, 14, 3, 9, 42);
    assert.equal(
      copyRows([
        { id: 1, at, kind: 'in', connectionId: 'A=', text: '{\n\t"a": 1\n}', route: null, ok: false },
        { id: 2, at, kind: 'log', text: 'hello', ok: true },
      ]),
      [
        '2026-11-24T14:03:09.042Z\tin\tA=\tForbidden\t{\\n\\t"a": 1\\n}',
        '2026-11-24T14:03:09.042Z\tlog\t\t\thello',
      ].join('\n'),
    );
  });

  it('are previewed on one line of bounded length', () => {
    assert.equal(previewText('{\n  "a": 1\n}'), '{ "a": 1 }');
    assert.equal(previewText('x'.repeat(100_000)).length, 401);
  });
});
