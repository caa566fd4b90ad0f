import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** An integration response of a proxy integration. */
export const ignoredIntegrationResponse: Rule = {
  code: 'ignored-integration-response',
  severity: 'information',
  check: ({ api, text }) =>
    api.integrations
      .filter(({ integrationType }) => integrationType.endsWith('_PROXY'))
      .flatMap(({ integrationType, responses }) =>
        responses.map(({ span }) => ({
          span: firstLine(text, span),
          message: `A proxy integration has no integration response: what an ${integrationType} integration answers is passed on as it is; remove it.`,
          unnecessary: true as const,
        })),
      ),
};
