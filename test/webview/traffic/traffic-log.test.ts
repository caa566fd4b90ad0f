import assert from 'node:assert/strict';
import type { TrafficRow } from '../../../core/contracts/panel.ts';
import { maxTrafficCharacters, maxTrafficRows } from '../../../core/contracts/panel.ts';
import { addRows, emptyLog } from '../../../client/webview/traffic/traffic-log.ts';

describe('traffic log', () => {
  it('adds new rows at its end and replaces the ones it knows', () => {
    const log = addRows(emptyLog, [row(1, 'a'), row(2, 'b'), row(3, 'c')]);
    const { rows, dropped } = addRows(log, [row(4, 'd'), row(2, 'B')]);
    assert.deepEqual(
      rows.map((one) => one.text),
      ['a', 'B', 'c', 'd'],
    );
    assert.equal(dropped, 0);
  });

  it('drops the oldest rows beyond its limit, and forgets what comes late for them', () => {
    const full = addRows(
      emptyLog,
      Array.from({ length: maxTrafficRows }, (_, index) => row(index + 1, '')),
    );
    const log = addRows(full, [row(maxTrafficRows + 1, ''), row(maxTrafficRows + 2, '')]);
    assert.deepEqual([log.rows.length, log.rows[0]?.id, log.dropped], [maxTrafficRows, 3, 2]);
    const late = addRows(log, [row(1, 'late')]);
    assert.deepEqual([late.rows.length, late.rows[0]?.text], [maxTrafficRows, '']);
  });

  it('drops the oldest rows where their texts are too long together, but never the newest', () => {
    const half = 'x'.repeat(maxTrafficCharacters / 2);
    const log = addRows(emptyLog, [row(1, half), row(2, half), row(3, 'y')]);
    assert.deepEqual([log.rows.map((one) => one.id), log.dropped], [[2, 3], 1]);
    const huge = addRows(log, [row(4, `${half}${half}z`)]);
    assert.deepEqual(
      huge.rows.map((one) => one.id),
      [4],
    );
  });
});

function row(id: number, text: string): TrafficRow {
  return { id, at: id, kind: 'in', text, ok: true };
}
