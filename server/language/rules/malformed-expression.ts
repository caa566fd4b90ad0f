import { parseExpression } from '../../../core/expression/parse.ts';
import { sourceSpan } from '../../../core/text.ts';
import { expressionsOf } from '../expressions.ts';
import type { Rule } from './rule.ts';

/** An expression that API Gateway cannot read. */
export const malformedExpression: Rule = {
  code: 'malformed-expression',
  severity: 'error',
  check: ({ api }) =>
    expressionsOf(api).flatMap(({ kind, text }) => {
      if (text.value.trim() === '') {
        return [{ span: text.span, message: `The ${kind} expression is empty.` }];
      }
      return parseExpression(text.value).problems.map(({ message, span }) => ({
        message,
        span: sourceSpan(text, span),
      }));
    }),
};
