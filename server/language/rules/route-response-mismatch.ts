import * as l10n from '@vscode/l10n';
import { twoWayFixes } from '../actions/make-two-way.ts';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** One of the two things that make a route two-way is there and the other is not. */
export const routeResponseMismatch: Rule = {
  code: 'route-response-mismatch',
  severity: 'warning',
  check: ({ api, text }) =>
    api.routeResponses === undefined
      ? []
      : api.routes
          .filter(
            ({ routeResponseKeys, routeResponseSelectionExpression }) =>
              routeResponseSelectionExpression && routeResponseKeys.length === 0,
          )
          .map((route) => ({
            span:
              route.routeResponseSelectionExpression?.span ??
              placeOf(text, route, 'RouteResponseSelectionExpression'),
            message: l10n.t(
              'The route has a RouteResponseSelectionExpression but no RouteResponse, so clients get no reply; add a RouteResponse with the key "$default".',
            ),
            fixes: twoWayFixes(api, route, text),
          })),
};
