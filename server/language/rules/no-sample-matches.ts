import * as l10n from '@vscode/l10n';
import { addRoute } from '../actions/add-route.ts';
import type { Evaluation } from '../evaluate-samples.ts';
import type { Rule } from './rule.ts';

/** No sample selects a route of its own, so that the expression and the keys may not fit. */
export const noSampleMatches: Rule = {
  code: 'no-sample-matches',
  severity: 'warning',
  check: ({ api, text, evaluations, expressions }) => {
    const written = expressions.find(({ kind }) => kind === 'route selection');
    const keys = api.routes.flatMap(({ routeKey }) => (routeKey ? [routeKey.value] : []));
    const custom = keys.filter((key) => !key.startsWith('$'));
    const evaluated = evaluations.filter(({ selection }) => selection.value !== null);
    const [first] = evaluated;
    const isConstant = written?.expression.parts.every(({ kind }) => kind === 'static');
    if (!written || !first || custom.length === 0 || isConstant) return [];
    // What differs only in case is a finding of its own.
    const lowerKeys = new Set(keys.map((key) => key.toLowerCase()));
    if (evaluated.some(({ selection }) => lowerKeys.has(selection.value?.toLowerCase() ?? ''))) return [];
    const fix = first.selection.value === null ? undefined : addRoute(api, text, first.selection.value);
    return [
      {
        span: written.text.span,
        message: messageOf(evaluated.length, first, custom.join(', ')),
        fixes: fix ? [fix] : [],
      },
    ];
  },
};

function messageOf(count: number, { sample, selection }: Evaluation, routes: string): string {
  return count === 1
    ? l10n.t(
        'The sample selects no route of its own: "{0}" gives "{1}", the routes are {2}.',
        sample.name,
        selection.value ?? '',
        routes,
      )
    : l10n.t(
        'None of the {0} samples selects a route of its own: "{1}" gives "{2}", the routes are {3}.',
        count,
        sample.name,
        selection.value ?? '',
        routes,
      );
}
