import * as l10n from '@vscode/l10n';
import { type Api, routeKeysOf } from '../../core/api.ts';
import { evaluateExpression } from '../../core/expression/evaluate.ts';
import { explainRoute } from '../../core/routing/explain-route.ts';
import { compileRoutes, type RouteSelector, type Selection } from '../../core/routing/select-route.ts';
import type { TraceStep } from '../../core/routing/trace.ts';
import type { Sample } from '../../core/sample.ts';
import { routeOf, shorten, valueOf } from './outcome.ts';
import { mostSamples } from './samples.ts';

/** How all samples of an API are routed now: message, value, route and why, in columns for people to read. */
export function evaluationText(api: Api, samples: readonly Sample[]): string {
  const expression = api.routeSelectionExpression?.value;
  const lines = [
    `API         ${api.name}`,
    `Expression  ${expression ?? l10n.t('none yet')}`,
    `Routes      ${routeKeysOf(api).join('  ') || l10n.t('none yet')}`,
    '',
    ...(expression === undefined
      ? [
          l10n.t(
            'The API has no RouteSelectionExpression, so no message is routed; most use $request.body.action.',
          ),
        ]
      : evaluationLines(compileRoutes(expression, routeKeysOf(api)), samples)),
  ];
  return `${lines.join('\n')}\n`;
}

function evaluationLines(selector: RouteSelector, samples: readonly Sample[]): string[] {
  const problems = selector.expression.problems.map(({ message }) => message);
  if (problems.length > 0) {
    return [
      l10n.t('The expression cannot be evaluated, so no message selects a route of its own:'),
      ...problems,
    ];
  }
  if (samples.length === 0) {
    return [
      l10n.t('There is no sample yet.'),
      l10n.t(
        'Write a message into a file in .routescope/samples beside the definition, or run "Routescope: Create Sample…".',
      ),
    ];
  }
  const [current] = samples;
  return [
    ...columns([
      ['', 'Sample', 'Value', 'Route', 'Message', 'Why'],
      ...samples.map((sample) => [sample === current ? '›' : '', ...rowOf(selector, sample)]),
    ]),
    '',
    l10n.t('› is the current sample, which the hints in the editor show.'),
    ...(samples.length < mostSamples ? [] : [l10n.t('Only the first {0} samples are shown.', mostSamples)]),
  ];
}

function rowOf(selector: RouteSelector, sample: Sample): string[] {
  const { selection, steps } = explainRoute(selector, sample.text);
  return [
    shorten(sample.name, 32),
    valueOf(selection, 24),
    routeOf(selection),
    shorten(sample.text.replaceAll(/\s+/g, ' ').trim(), 48),
    steps
      .filter((step) => isWorthTelling(step, selection, selector, sample))
      .map(({ text }) => `${text}.`)
      .join(' '),
  ];
}

/** What goes as everybody expects is left out: the message is JSON, the path leads to a value. */
function isWorthTelling(
  { name, ok }: TraceStep,
  { lenient }: Selection,
  { compiled }: RouteSelector,
  { text }: Sample,
): boolean {
  if (name === 'parse') return lenient || !ok;
  if (name === 'expression')
    return !ok || evaluateExpression(compiled, text).parts.some(({ missing }) => missing);
  return true;
}

/** Texts below each other, each column as wide as its widest text; the last one as it comes. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((text, column) => text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(text))))
      .join('  ')
      .trimEnd(),
  );
}

function widthOf(text: string): number {
  return Array.from(text).length;
}
