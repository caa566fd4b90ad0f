import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A WebSocket API in Terraform that says no route selection expression and gets the one of HTTP APIs. */
export const terraformDefaultExpression: Rule = {
  code: 'terraform-default-expression',
  severity: 'error',
  check: ({ api, text }) => {
    if (!api.format.startsWith('terraform')) return [];
    const { routeSelectionExpression: expression, properties, span } = api;
    const isWritten = properties?.['RouteSelectionExpression'] !== undefined;
    if (isWritten || (expression && expression.value !== '$request.method $request.path')) return [];
    return [
      {
        span: firstLine(text, span),
        message:
          'Without route_selection_expression Terraform sends that of HTTP APIs, "$request.method $request.path", which is always empty for messages; write route_selection_expression = "$request.body.action".',
      },
    ];
  },
};
