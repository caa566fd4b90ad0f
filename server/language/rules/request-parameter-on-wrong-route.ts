import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** Request parameters of a route that no handshake takes. */
export const requestParameterOnWrongRoute: Rule = {
  code: 'request-parameter-on-wrong-route',
  severity: 'warning',
  check: ({ api, text }) =>
    api.routes
      .filter(
        ({ requestParameters, routeKey }) =>
          routeKey && routeKey.value !== '$connect' && Object.keys(requestParameters ?? {}).length > 0,
      )
      .map((route) => ({
        span: placeOf(text, route, 'RequestParameters'),
        message: l10n.t(
          'Request parameters are only supported for the $connect route: messages of "{0}" have no headers and no query string.',
          route.routeKey?.value ?? '',
        ),
      })),
};
