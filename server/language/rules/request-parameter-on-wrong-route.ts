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
        message: `Request parameters are only supported for the $connect route: messages of "${route.routeKey?.value}" have no headers and no query string.`,
      })),
};
