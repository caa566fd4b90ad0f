import type { Rule } from './rule.ts';

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
          message: `The route "${routeKey.value}" is already defined in line ${lineOf(text, first)}; API Gateway refuses a second one of that key.`,
        },
      ];
    });
  },
};

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
