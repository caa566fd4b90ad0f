import * as l10n from '@vscode/l10n';
import type { Selection } from '../../core/routing/select-route.ts';
import type { Evaluation } from './evaluate-samples.ts';

// A table that a hover can show without scrolling for long.
const mostRows = 20;

// VS Code cuts a hint behind 43 characters, with `editor.inlayHints.maximumLength` as it comes; two are the arrow.
const longestOutcome = 41;

/** How what is selected is called. */
export interface Words {
  readonly selected: string;
  /** What there is where nothing is selected. */
  readonly none: string;
}

const ofRoutes: Words = { selected: 'route', none: 'Forbidden' };

/**
 * What a message's expression gave and where it goes, in one line that is short enough for a hint in which some
 * characters are taken already: `"join"  ✓ join`.
 */
export function outcomeOf(selection: Selection, taken = 0, words = ofRoutes): string {
  const route = shorten(routeOf(selection, words), 24);
  return `${valueOf(selection, Math.max(6, longestOutcome - taken - route.length - 4))}  ${route}`;
}

/** All samples with their values and routes, as a Markdown table. */
export function tableOf(evaluations: readonly Evaluation[], words = ofRoutes): string {
  const rows = evaluations
    .slice(0, mostRows)
    .map(
      ({ sample, selection }) =>
        `| ${plain(sample.name)} | ${plain(valueOf(selection))} | ${plain(routeOf(selection, words))} |`,
    );
  const more = evaluations.length - rows.length;
  return [
    `| sample | value | ${words.selected} |`,
    '| :-- | :-- | :-- |',
    ...rows,
    ...(more > 0 ? [`| … | ${l10n.t('{0} more', more)} | |`] : []),
  ].join('\n');
}

/** Text as Markdown shows it literally, on one line. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, String.raw`\$&`);
}

/** The value in quotes, or that there is none. */
export function valueOf({ value }: Selection, longest = 60): string {
  return value === null ? l10n.t('not evaluated') : `"${shorten(value, longest)}"`;
}

/** The route with a tick, or with a cross where it is not the value's own. */
export function routeOf({ route, reason }: Selection, { none } = ofRoutes): string {
  return `${reason === 'matched' ? '✓' : '✗'} ${route ?? none}`;
}

/** The text, its end replaced by an ellipsis where it is longer. */
export function shorten(value: string, longest: number): string {
  return value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
}
