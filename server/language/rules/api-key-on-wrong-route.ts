import * as l10n from '@vscode/l10n';
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
        message: l10n.t(
          'Messages carry no API key: AWS documents ApiKeyRequired for the $connect route, which every client passes; set it there instead of on "{0}".',
          route.routeKey?.value ?? '',
        ),
      })),
};
