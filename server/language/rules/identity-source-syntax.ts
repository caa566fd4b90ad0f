import * as l10n from '@vscode/l10n';
import type { Text } from '../../../core/text.ts';
import { replaceText } from './replace-text.ts';
import type { Rule } from './rule.ts';

/** An identity source that API Gateway cannot read. */
export const identitySourceSyntax: Rule = {
  code: 'identity-source-syntax',
  severity: 'error',
  check: ({ api }) =>
    api.authorizers
      .flatMap(({ identitySourceTexts }) => identitySourceTexts ?? [])
      .flatMap((text) => {
        if (isOfReferences(text) || text.value.split(',').every((one) => legal.test(one.trim()))) return [];
        const meant = meantBy(text.value);
        return [
          {
            span: text.span,
            message: l10n.t(
              'API Gateway refuses the identity source "{0}"; it is route.request.querystring.NAME, route.request.header.NAME, stageVariables.NAME or context.NAME.',
              text.value,
            ),
            fixes: meant === undefined ? [] : replaceText(l10n.t('Write {0}', meant), text, meant),
          },
        ];
      }),
};

const legal = /^(?:route\.request\.(?:querystring|header)|stageVariables|context)\.[a-zA-Z0-9._-]+$/;

function isOfReferences({ value }: Text): boolean {
  return value.includes('${') && !value.startsWith('${request');
}

/** REST APIs say `method.request.header.X`, HTTP APIs `$request.header.X`. */
function meantBy(value: string): string | undefined {
  const meant = value
    .trim()
    .replace(
      /^\$?\{?(?:(?:method|integration|route)\.)?request\.(?:multivalue)?(header|querystring)s?\./i,
      (_, from: string) => `route.request.${from.toLowerCase()}.`,
    )
    .replace(/^\$(context|stageVariables)\./, '$1.')
    .replace(/\}$/, '');
  return meant !== value && legal.test(meant) ? meant : undefined;
}
