import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** An HTTP backend that does not learn whom it answers. */
export const connectionIdNotMapped: Rule = {
  code: 'connection-id-not-mapped',
  severity: 'information',
  check: ({ api, text }) =>
    api.integrations
      .filter(({ integrationType }) => integrationType === 'HTTP' || integrationType === 'HTTP_PROXY')
      .filter(
        ({ requestParameters, requestTemplates, integrationUri, properties }) =>
          !JSON.stringify([requestParameters, requestTemplates, integrationUri]).includes('connectionId') &&
          (Object.keys(requestParameters).length > 0 || !properties?.['RequestParameters']),
      )
      .map((integration) => ({
        span: placeOf(text, integration, 'IntegrationUri', 'IntegrationType'),
        message: l10n.t(
          'The backend does not get the connection id, without which it cannot answer later; map integration.request.header.connectionId to context.connectionId in RequestParameters.',
        ),
      })),
};
