import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A `$connect` whose integration gives no status that would let the client in. */
export const connectWithoutIntegrationResponse: Rule = {
  code: 'connect-without-integration-response',
  severity: 'warning',
  check: ({ api, graph, text }) =>
    api.routes
      .filter(({ routeKey }) => routeKey?.value === '$connect')
      .flatMap((route) => {
        const integration = graph.integrationOf(route);
        if (!integration || !['AWS', 'HTTP', 'MOCK'].includes(integration.integrationType)) return [];
        if (integration.responses.length > 0) return [];
        return [
          {
            span: placeOf(text, integration, 'IntegrationType'),
            message: l10n.t(
              'Without an integration response the handshake fails: a {0} integration of $connect needs one with the key "$default", or one whose pattern fits status 200.',
              integration.integrationType,
            ),
          },
        ];
      }),
};
