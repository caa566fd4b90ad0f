import assert from 'node:assert/strict';
import { filterRows, showAll } from '../../../client/webview/traffic/filter-rows.ts';
import type { Filter } from '../../../client/webview/traffic/filter-rows.ts';
import { rows } from '../chat.ts';

describe('filter of the traffic', () => {
  it('lets everything pass at first, as the same array', () => assert.equal(filterRows(rows, showAll), rows));
  it('hides kinds', () => check({ hidden: ['sent', 'received', 'logs'] }, [1, 2, 12]));
  it('shows only what failed', () => check({ failedOnly: true }, [9, 10, 11]));
  it('finds every word, in any case, in text, route and connection', () => {
    check({ search: 'HELLO' }, [6, 7]);
    check({ search: '$default dance' }, [8]);
    check({ search: '$disconnect cXvZ9eW0' }, [12]);
    check({ search: ' ' }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    check({ search: 'nowhere' }, []);
  });
});

function check(filter: Partial<Filter>, ids: readonly number[]): void {
  assert.deepEqual(
    filterRows(rows, { ...showAll, ...filter }).map((row) => row.id),
    ids,
  );
}
