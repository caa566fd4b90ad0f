import { maxTrafficCharacters, maxTrafficRows, type TrafficRow } from '../../../core/contracts/panel.ts';

/** The newest rows of the traffic, and how many older ones were dropped to bound memory. */
export interface TrafficLog {
  readonly rows: readonly TrafficRow[];
  readonly dropped: number;
}

/** A log that holds nothing. */
export const emptyLog: TrafficLog = { rows: [], dropped: 0 };

/**
 * The log with more rows, and as many old ones dropped as the limits ask.
 * A row whose id is known replaces the known one; ids of new rows are above all known ones.
 */
export function addRows(log: TrafficLog, added: readonly TrafficRow[]): TrafficLog {
  const rows = [...log.rows];
  for (const row of added) {
    const index = indexOfId(rows, row.id);
    if (index === rows.length || rows[index]?.id === row.id) rows[index] = row;
  }
  let first = Math.max(0, rows.length - maxTrafficRows);
  let characters = 0;
  for (let index = rows.length - 1; index >= first; index -= 1) {
    characters += rows[index]?.text.length ?? 0;
    if (characters > maxTrafficCharacters) first = Math.min(index + 1, rows.length - 1);
  }
  return { rows: first === 0 ? rows : rows.slice(first), dropped: log.dropped + first };
}

/** The index of the first row whose id is not below the given one, by bisection. */
function indexOfId(rows: readonly TrafficRow[], id: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.id ?? Infinity) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
