import * as l10n from '@vscode/l10n';
import type { Api, Route } from '../../../core/api.ts';
import type { Rule } from './rule.ts';

/** A route that validates messages and has no model for those that select none. */
export const modelSelectionDefault: Rule = {
  code: 'model-selection-default',
  severity: 'information',
  check: ({ api }) =>
    api.routes.flatMap((route) => {
      const { modelSelectionExpression: expression, requestModels } = route;
      if (!expression || !requestModels || '$default' in requestModels) return [];
      if (isAlwaysFound(api, route, Object.keys(requestModels))) return [];
      return [
        {
          span: expression.span,
          message: l10n.t(
            'A message that selects none of the models fails validation, and its client gets "Invalid request body"; add a model with the key "$default" unless that is meant.',
          ),
        },
      ];
    }),
};

/** What selects the route selects the model, or the expression is a constant. */
function isAlwaysFound(api: Api, route: Route, keys: readonly string[]): boolean {
  const expression = route.modelSelectionExpression?.value ?? '';
  const isOfRoute = withoutBraces(expression) === withoutBraces(api.routeSelectionExpression?.value ?? '');
  return (isOfRoute && keys.includes(route.routeKey?.value ?? '')) || keys.includes(expression);
}

function withoutBraces(expression: string): string {
  return expression.replace(/^\$\{([^{}]*)\}$/, '$$$1');
}
