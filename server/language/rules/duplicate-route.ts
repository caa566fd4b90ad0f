import { lineAt } from '../../../core/lines.ts';
import type { Rule } from './rule.ts';

/** Two routes of an API have the same key. */
export const duplicateRoute: Rule = {
  code: 'duplicate-route',
  severity: 'error',
  check: ({ api, text }) => {
    const seen = new Map<string, number>();
    return api.routes.flatMap(({ routeKey }) => {
      if (!routeKey) return [];
      const first = seen.get(routeKey.value);
      if (first === undefined) {
        seen.set(routeKey.value, routeKey.span.start);
        return [];
      }
      return [
        {
          span: routeKey.span,
          message: `The route "${routeKey.value}" is already defined in line ${lineAt(text, first)}; API Gateway refuses a second one of that key.`,
        },
      ];
    });
  },
};
