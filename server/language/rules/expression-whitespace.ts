import * as l10n from '@vscode/l10n';
import { replaceText } from './replace-text.ts';
import type { Rule } from './rule.ts';

/** White space around an expression, which becomes part of its value. */
export const expressionWhitespace: Rule = {
  code: 'expression-whitespace',
  severity: 'warning',
  check: ({ expressions }) =>
    expressions.flatMap(({ text }) => {
      const trimmed = text.value.trim();
      if (trimmed === text.value || trimmed === '') return [];
      return [
        {
          span: text.span,
          message: l10n.t(
            'The white space around the expression is part of its value, which then equals no key; remove it.',
          ),
          fixes: replaceText(l10n.t('Remove the white space'), text, trimmed),
        },
      ];
    }),
};
