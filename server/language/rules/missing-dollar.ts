import * as l10n from '@vscode/l10n';
import { variableAt } from '../../../core/expression/variables.ts';
import { encodeIn } from '../../../core/text.ts';
import type { Rule } from './rule.ts';

/** An expression that looks like a variable without its `$`. */
export const missingDollar: Rule = {
  code: 'missing-dollar',
  severity: 'warning',
  check: ({ expressions }) =>
    expressions.flatMap(({ text }) => {
      const meant = text.expanded ? undefined : meantBy(text.value);
      if (meant === undefined) return [];
      return [
        {
          span: text.span,
          message: l10n.t(
            'Without a dollar sign this is the constant text "{0}", the same for every message; write `{1}`.',
            text.value,
            meant,
          ),
          fixes: [
            {
              title: l10n.t('Write {0}', meant),
              edits: [{ span: text.span, newText: encodeIn(text, meant) }],
            },
          ],
        },
      ];
    }),
};

/** What was meant by a constant that looks like a variable; `.body.action` is what a shell leaves of one where nothing tells it. */
function meantBy(value: string): string | undefined {
  if (variableAt(value.replace(/^\{/, ''))) return `$${value}`;
  if (/^\.?body[.[]/.test(value)) return `$request.${value.replace(/^\./, '')}`;
  return undefined;
}
