import * as l10n from '@vscode/l10n';
import { sourceSpan, type Text } from '../../../core/text.ts';
import type { Finding, Rule } from './rule.ts';

/** An expression or a route key with quotes that are part of its value. */
export const quotedExpression: Rule = {
  code: 'quoted-expression',
  severity: 'error',
  check: ({ api, expressions }) => [
    ...expressions.flatMap(({ text }) =>
      quoted(text, (quote) =>
        l10n.t(
          'The quotes are part of the expression, so its value is {0}…{0} and equals no key; remove them.',
          quote,
        ),
      ),
    ),
    ...api.routes.flatMap(({ routeKey }) =>
      quoted(routeKey, (quote) =>
        l10n.t(
          'The quotes are part of the route key, which only the value {0}…{0} equals; remove them.',
          quote,
        ),
      ),
    ),
  ],
};

function quoted(text: Text | undefined, messageOf: (quote: string) => string): Finding[] {
  const quote = text && /^(['"]).*\1$/.exec(text.value)?.[1];
  if (!quote) return [];
  const { length } = text.value;
  const quotes = [
    { start: 0, end: 1 },
    { start: length - 1, end: length },
  ];
  return [
    {
      span: text.span,
      message: messageOf(quote),
      fixes: [
        {
          title: l10n.t('Remove the quotes'),
          edits: quotes.map((span) => ({ span: sourceSpan(text, span), newText: '' })),
        },
      ],
    },
  ];
}
