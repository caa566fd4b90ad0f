import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import { replaceText } from './replace-text.ts';
import type { Rule } from './rule.ts';

/** A key of an integration response that selects nothing. */
export const integrationResponseKey: Rule = {
  code: 'integration-response-key',
  severity: 'warning',
  check: ({ api, text }) =>
    api.integrations
      .flatMap(({ responses }) => responses)
      .filter(({ integrationResponseKey: key }) => key !== '' && !/^(?:\$default|\/.*\/)$|[${}]{2}/.test(key))
      .map((response) => {
        const key = response.integrationResponseKey;
        const written = response.properties?.['IntegrationResponseKey']?.text;
        return {
          span: placeOf(text, response, 'IntegrationResponseKey'),
          message: l10n.t(
            '"{0}" is no key of integration responses: it is $default, or a pattern between slashes such as /{0}/.',
            key,
          ),
          fixes:
            written?.value === key && /^\w+$/.test(key)
              ? replaceText(`Write /${key}/`, written, `/${key}/`)
              : [],
        };
      }),
};
