import { parseExpression } from '../../../core/expression/parse.ts';
import type { Rule } from './rule.ts';

export const noSampleMatches: Rule = {
  code: 'no-sample-matches',
  severity: 'warning',
  check: ({ api, evaluations }) => {
    const expression = api.routeSelectionExpression;
    const custom = api.routes.flatMap(({ routeKey }) =>
      routeKey && !routeKey.value.startsWith('$') ? [routeKey.value] : [],
    );
    const evaluated = evaluations.filter(({ selection }) => selection.value !== null);
    const anyFits = evaluated.some(({ selection: { value, reason } }) => {
      const inAnyCase = custom.some((key) => key.toLowerCase() === value?.toLowerCase());
      return reason === 'matched' || inAnyCase;
    });
    const isConstant =
      expression && parseExpression(expression.value).parts.every(({ kind }) => kind === 'static');
    if (!expression || isConstant || custom.length === 0 || evaluated.length === 0 || anyFits) return [];
    const [first] = evaluated;
    const which =
      evaluated.length === 1 ? 'The sample selects' : `None of the ${evaluated.length} samples selects`;
    return [
      {
        span: expression.span,
        message: `${which} no route of its own: "${first?.sample.name}" gives "${first?.selection.value}", the routes are ${custom.join(', ')}.`,
      },
    ];
  },
};
