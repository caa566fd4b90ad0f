import { sourceSpan } from '../../../core/text.ts';
import type { Rule } from './rule.ts';

/** An expression with quotes that are part of its value. */
export const quotedExpression: Rule = {
  code: 'quoted-expression',
  severity: 'error',
  check: ({ expressions }) =>
    expressions.flatMap(({ text }) => {
      const quote = /^(['"]).*\1$/.exec(text.value)?.[1];
      if (!quote || text.value.length < 2) return [];
      const { length } = text.value;
      const quotes = [
        { start: 0, end: 1 },
        { start: length - 1, end: length },
      ];
      return [
        {
          span: text.span,
          message: `The quotes are part of the expression, so its value is ${quote}…${quote} and equals no key; remove them.`,
          fixes: [
            {
              title: 'Remove the quotes',
              edits: quotes.map((span) => ({ span: sourceSpan(text, span), newText: '' })),
            },
          ],
        },
      ];
    }),
};
