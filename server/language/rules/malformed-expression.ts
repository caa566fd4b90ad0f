import * as l10n from '@vscode/l10n';
import { sourceSpan } from '../../../core/text.ts';
import type { Rule } from './rule.ts';

/** An expression that API Gateway cannot read. */
export const malformedExpression: Rule = {
  code: 'malformed-expression',
  severity: 'error',
  check: ({ expressions }) =>
    expressions.flatMap(({ kind, text, expression }) => {
      if (text.value.trim() === '') {
        return [{ span: text.span, message: l10n.t('The {0} expression is empty.', kind) }];
      }
      return expression.problems.map(({ message, span }) => ({
        message,
        span: sourceSpan(text, span),
      }));
    }),
};
