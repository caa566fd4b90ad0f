import * as l10n from '@vscode/l10n';
import { replaceText } from './replace-text.ts';
import type { Rule } from './rule.ts';

const legal = ['$request.header.x-api-key', '$context.authorizer.usageIdentifierKey'];

/** An API key selection expression that is none of the two that exist. */
export const apiKeyExpression: Rule = {
  code: 'api-key-expression',
  severity: 'error',
  check: ({ api: { apiKeySelectionExpression: text } }) => {
    if (!text || legal.includes(text.value) || text.insideSub) return [];
    return [
      {
        span: text.span,
        message: l10n.t('AWS knows two API key selection expressions: {0}.', legal.join(' and ')),
        fixes: legal.flatMap((one) => replaceText(l10n.t('Write {0}', one), text, one)),
      },
    ];
  },
};
