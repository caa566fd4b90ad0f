import * as l10n from '@vscode/l10n';
import { lineCounter } from '../../../core/lines.ts';
import type { Rule } from './rule.ts';

/** Two routes of an API have the same key. */
export const duplicateRoute: Rule = {
  code: 'duplicate-route',
  severity: 'error',
  check: ({ api, text }) => {
    const seen = new Map<string, number>();
    let lineOf: ReturnType<typeof lineCounter> | undefined;
    return api.routes.flatMap(({ routeKey }) => {
      if (!routeKey) return [];
      const first = seen.get(routeKey.value);
      if (first === undefined) {
        seen.set(routeKey.value, routeKey.span.start);
        return [];
      }
      lineOf ??= lineCounter(text);
      return [
        {
          span: routeKey.span,
          message: l10n.t(
            'The route "{0}" is already defined in line {1}; API Gateway refuses a second one of that key.',
            routeKey.value,
            lineOf(first),
          ),
        },
      ];
    });
  },
};
