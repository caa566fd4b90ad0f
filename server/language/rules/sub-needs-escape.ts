import * as l10n from '@vscode/l10n';
import { variableAt } from '../../../core/expression/variables.ts';
import type { Rule } from './rule.ts';

/** A `${…}` that `Fn::Sub` would replace before API Gateway sees it. */
export const subNeedsEscape: Rule = {
  code: 'sub-needs-escape',
  severity: 'error',
  check: ({ texts, text }) =>
    texts
      .filter(({ insideSub }) => insideSub)
      .flatMap(({ span }) =>
        [...text.slice(span.start, span.end).matchAll(/\$\{(?!!)([^}]*)\}?/g)]
          .filter(([, name]) => variableAt(name?.trim() ?? ''))
          .map(({ 0: written, index }) => {
            const start = span.start + index;
            return {
              span: { start, end: start + written.length },
              message: l10n.t(
                'Fn::Sub replaces `{0}` when the template is deployed; write `${!` so that API Gateway gets it.',
                written,
              ),
              fixes: [
                {
                  title: l10n.t('Escape it for Fn::Sub: ${!…}'),
                  edits: [{ span: { start: start + 2, end: start + 2 }, newText: '!' }],
                },
              ],
            };
          }),
      ),
};
