import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** An API key in a header, which browsers cannot send with a handshake. */
export const apiKeyHeader: Rule = {
  code: 'api-key-header',
  severity: 'information',
  check: ({ api, text }) => {
    const expression = api.apiKeySelectionExpression?.value ?? '$request.header.x-api-key';
    if (expression !== '$request.header.x-api-key') return [];
    return api.routes
      .filter(({ apiKeyRequired, routeKey }) => apiKeyRequired && routeKey?.value === '$connect')
      .map((route) => ({
        span: placeOf(text, route, 'ApiKeyRequired'),
        message: l10n.t(
          'Browsers cannot send the header x-api-key with a handshake; for them let an authorizer give the key: $context.authorizer.usageIdentifierKey.',
        ),
      }));
  },
};
