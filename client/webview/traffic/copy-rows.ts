import type { TrafficRow } from '../../../core/contracts/panel.ts';

/** The rows as text to paste: one a line, columns separated by tabs, line ends in a text written as `\n`. */
export function copyRows(rows: readonly TrafficRow[]): string {
  return rows
    .map(({ at, kind, connectionId, route, text }) =>
      [
        new Date(at).toISOString(),
        kind,
        connectionId ?? '',
        route === null ? 'Forbidden' : (route ?? ''),
        text.replaceAll('\t', '\\t').replaceAll('\n', '\\n'),
      ].join('\t'),
    )
    .join('\n');
}
