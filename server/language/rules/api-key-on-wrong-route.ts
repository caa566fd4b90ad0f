import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** An API key for a route that no handshake takes: messages have no headers. */
export const apiKeyOnWrongRoute: Rule = {
  code: 'api-key-on-wrong-route',
  severity: 'warning',
  check: ({ api, text }) =>
    api.routes
      .filter(({ apiKeyRequired, routeKey }) => apiKeyRequired && routeKey && routeKey.value !== '$connect')
      .map((route) => ({
        span: placeOf(text, route, 'ApiKeyRequired'),
        message: `Messages carry no API key: AWS documents ApiKeyRequired for the $connect route, which every client passes; set it there instead of on "${route.routeKey?.value}".`,
      })),
};
