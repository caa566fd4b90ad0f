import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** An HTTP backend that gets the headers of the WebSocket handshake. */
export const handshakeHeaders: Rule = {
  code: 'handshake-headers',
  severity: 'information',
  check: ({ api, graph, text }) =>
    api.routes
      .filter(({ routeKey }) => routeKey?.value === '$connect')
      .flatMap((route) => {
        const integration = graph.integrationOf(route);
        if (integration?.integrationType !== 'HTTP_PROXY') return [];
        if (/sec-websocket/i.test(Object.keys(integration.requestParameters).join(' '))) return [];
        return [
          {
            span: placeOf(text, integration, 'IntegrationUri', 'IntegrationType'),
            message: l10n.t(
              "$connect forwards the headers of the handshake, which many web servers answer with 400 or 426; map integration.request.header.Sec-WebSocket-Version to '0' in RequestParameters.",
            ),
          },
        ];
      }),
};
