import type { Rule } from './rule.ts';
import { variableAt } from '../../../core/expression/variables.ts';

/** A `${…}` that Terraform would replace before API Gateway sees it. */
export const hclNeedsEscape: Rule = {
  code: 'hcl-needs-escape',
  severity: 'error',
  check: ({ texts, text }) =>
    texts
      .filter(({ spelling }) => spelling === 'hcl' || spelling === 'hcl-heredoc')
      .flatMap(({ span }) =>
        [...text.slice(span.start, span.end).matchAll(/(?<!\$)\$\{([^}]*)\}?/g)]
          .filter(([, name = '']) => variableAt(name.trim()))
          .map(({ 0: written, index }) => {
            const start = span.start + index;
            return {
              span: { start, end: start + written.length },
              message: `Terraform takes \`${written}\` for a reference of its own and fails; write \`$\${\` so that API Gateway gets it.`,
              fixes: [
                {
                  title: 'Escape it for Terraform: $${…}',
                  edits: [{ span: { start, end: start }, newText: '$' }],
                },
              ],
            };
          }),
      ),
};
