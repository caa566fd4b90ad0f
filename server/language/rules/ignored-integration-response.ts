import * as l10n from '@vscode/l10n';
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
          message: l10n.t(
            'A proxy integration has no integration response: what an {0} integration answers is passed on as it is; remove it.',
            integrationType,
          ),
          unnecessary: true as const,
        })),
      ),
};
