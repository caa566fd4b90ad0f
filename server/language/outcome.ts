import type { Selection } from '../../core/routing/select-route.ts';
import type { Evaluation } from './evaluate-samples.ts';

// A table that a hover can show without scrolling for long.
const mostRows = 20;

/** What a message's expression gave and where the message goes, in one line: `"join"  ✓ join`. */
export function outcomeOf(selection: Selection): string {
  return `${valueOf(selection)}  ${routeOf(selection)}`;
}

/** All samples with their values and routes, as a Markdown table. */
export function tableOf(evaluations: readonly Evaluation[]): string {
  const rows = evaluations
    .slice(0, mostRows)
    .map(
      ({ sample, selection }) =>
        `| ${plain(sample.name)} | ${plain(valueOf(selection))} | ${plain(routeOf(selection))} |`,
    );
  const more = evaluations.length - rows.length;
  return [
    '| sample | value | route |',
    '| :-- | :-- | :-- |',
    ...rows,
    ...(more > 0 ? [`| … | ${more} more | |`] : []),
  ].join('\n');
}

/** Text as Markdown shows it literally, on one line. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, String.raw`\$&`);
}

function valueOf({ value }: Selection): string {
  return value === null ? 'not evaluated' : `"${shorten(value)}"`;
}

function routeOf({ route, reason }: Selection): string {
  return `${reason === 'matched' ? '✓' : '✗'} ${route ?? 'Forbidden'}`;
}

function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}
