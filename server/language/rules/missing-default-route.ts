import * as l10n from '@vscode/l10n';
import { addRoute } from '../actions/add-route.ts';
import type { Rule } from './rule.ts';

/** An API without `$default`, where clients get an error for messages that select no route. */
export const missingDefaultRoute: Rule = {
  code: 'missing-default-route',
  severity: 'information',
  check: ({ api, text }) => {
    const keysAreKnown = api.routes.every(({ routeKey }) => routeKey !== undefined);
    const hasDefault = api.routes.some(({ routeKey }) => routeKey?.value === '$default');
    if (api.routes.length === 0 || !keysAreKnown || hasDefault) return [];
    const fix = addRoute(api, text, '$default');
    return [
      {
        span: api.span,
        message: l10n.t(
          'There is no $default route: clients get a "Forbidden" frame for every message that selects no route.',
        ),
        fixes: fix ? [fix] : [],
      },
    ];
  },
};
