import * as l10n from '@vscode/l10n';
import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A header that a framework chose, which browsers cannot send. */
export const identitySourceDefault: Rule = {
  code: 'identity-source-default',
  severity: 'information',
  check: ({ api, text }) =>
    api.authorizers
      .filter(({ identitySourceTexts }) => (identitySourceTexts ?? []).every(({ implied }) => implied))
      .flatMap(({ identitySource, span }) => {
        const header = identitySource.find((one) => one.startsWith('route.request.header.'));
        if (header === undefined) return [];
        return [
          {
            span: firstLine(text, span),
            message: l10n.t(
              'Without an identity source of its own the authorizer reads "{0}", and browsers cannot send headers: they get 401; read route.request.querystring.NAME.',
              header,
            ),
          },
        ];
      }),
};
