import { parseExpression } from '../../../core/expression/parse.ts';
import { addRoute } from '../add-route.ts';
import type { Rule } from './rule.ts';

/** No sample selects a route of its own, so that the expression and the keys may not fit. */
export const noSampleMatches: Rule = {
  code: 'no-sample-matches',
  severity: 'warning',
  check: ({ api, text, evaluations }) => {
    const expression = api.routeSelectionExpression;
    const keys = api.routes.flatMap(({ routeKey }) => (routeKey ? [routeKey.value] : []));
    const custom = keys.filter((key) => !key.startsWith('$'));
    const evaluated = evaluations.filter(({ selection }) => selection.value !== null);
    const [first] = evaluated;
    if (!expression || !first || custom.length === 0 || isConstant(expression.value)) return [];
    // What differs only in case is a finding of its own.
    const lowerKeys = new Set(keys.map((key) => key.toLowerCase()));
    if (evaluated.some(({ selection }) => lowerKeys.has(selection.value?.toLowerCase() ?? ''))) return [];
    const which =
      evaluated.length === 1 ? 'The sample selects no' : `None of the ${evaluated.length} samples selects a`;
    const fix = first.selection.value === null ? undefined : addRoute(api, text, first.selection.value);
    return [
      {
        span: expression.span,
        message: `${which} route of its own: "${first.sample.name}" gives "${first.selection.value}", the routes are ${custom.join(', ')}.`,
        fixes: fix ? [fix] : [],
      },
    ];
  },
};

function isConstant(expression: string): boolean {
  return parseExpression(expression).parts.every(({ kind }) => kind === 'static');
}
