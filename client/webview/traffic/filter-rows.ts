import * as l10n from '@vscode/l10n';
import type { TrafficRow } from '../../../core/contracts/panel.ts';

/** The groups that people filter by; each stands for one or more kinds of row. */
export const filterGroups = {
  sent: { label: l10n.t('Sent'), kinds: ['in'] },
  received: { label: l10n.t('Received'), kinds: ['out'] },
  connections: { label: l10n.t('Connections'), kinds: ['connect', 'disconnect'] },
  logs: { label: l10n.t('Logs'), kinds: ['log', 'notice'] },
} as const satisfies Record<string, { label: string; kinds: readonly TrafficRow['kind'][] }>;

export type FilterGroup = keyof typeof filterGroups;

/** What the log shows: everything that is in no hidden group, holds the searched words and, if asked, failed. */
export interface Filter {
  readonly hidden: readonly FilterGroup[];
  readonly search: string;
  readonly failedOnly: boolean;
}

/** A filter that lets every row pass. */
export const showAll: Filter = { hidden: [], search: '', failedOnly: false };

/** The rows that pass; the same array where all do. */
export function filterRows(rows: readonly TrafficRow[], filter: Filter): readonly TrafficRow[] {
  const hiddenKinds = new Set<string>(filter.hidden.flatMap((group) => filterGroups[group].kinds));
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  if (hiddenKinds.size === 0 && words.length === 0 && !filter.failedOnly) return rows;
  return rows.filter(
    (row) => !hiddenKinds.has(row.kind) && !(filter.failedOnly && row.ok) && holdsAll(row, words),
  );
}

function holdsAll(row: TrafficRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const searched = `${row.text} ${row.route ?? ''} ${row.connectionId ?? ''}`.toLowerCase();
  return words.every((word) => searched.includes(word));
}
