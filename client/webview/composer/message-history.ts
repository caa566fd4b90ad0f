import type { TrafficRow } from '../../../core/contracts/panel.ts';

/** The different messages that the log shows as sent, newest first. */
export function messageHistory(rows: readonly TrafficRow[]): string[] {
  const texts = rows.flatMap((row) => (row.kind === 'in' ? [row.text] : []));
  return [...new Set(texts.toReversed())];
}
