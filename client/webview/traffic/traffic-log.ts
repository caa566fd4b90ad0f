import type { TrafficRow } from '../../../core/contracts/panel.ts';

/** The newest rows of the traffic, and how many older ones were dropped to bound memory. */
export interface TrafficLog {
  readonly rows: readonly TrafficRow[];
  readonly dropped: number;
}

/** The most rows that the page keeps. */
export const maximumRows = 10_000;

/** The most characters of text that the page keeps in all rows together. */
export const maximumCharacters = 32 * 1024 * 1024;

/** A log that holds nothing. */
export const emptyLog: TrafficLog = { rows: [], dropped: 0 };

/** The log with new rows at its end and as many old ones dropped as the limits ask. */
export function appendRows(log: TrafficLog, added: readonly TrafficRow[]): TrafficLog {
  const rows = [...log.rows, ...added];
  let first = Math.max(0, rows.length - maximumRows);
  let characters = 0;
  for (let index = rows.length - 1; index >= first; index -= 1) {
    characters += rows[index]?.text.length ?? 0;
    if (characters > maximumCharacters) first = Math.min(index + 1, rows.length - 1);
  }
  return { rows: first === 0 ? rows : rows.slice(first), dropped: log.dropped + first };
}
