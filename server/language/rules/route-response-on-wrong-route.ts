import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A reply for a route that is no message. */
export const routeResponseOnWrongRoute: Rule = {
  code: 'route-response-on-wrong-route',
  severity: 'information',
  check: ({ api, text }) =>
    api.routes
      .filter(({ routeKey }) => routeKey?.value === '$connect' || routeKey?.value === '$disconnect')
      .filter(
        ({ routeResponseKeys, routeResponseSelectionExpression }) =>
          routeResponseKeys.length > 0 || routeResponseSelectionExpression,
      )
      .map((route) => ({
        span: placeOf(text, route, 'RouteResponseSelectionExpression', 'RouteKey'),
        message: l10n.t(
          'Clients get no reply on {0}: what $connect answers decides only whether they may connect, and after $disconnect nobody is there.',
          route.routeKey?.value ?? '',
        ),
      })),
};
