import * as l10n from '@vscode/l10n';
import { parseExpression } from '../../../core/expression/parse.ts';
import type { Rule } from './rule.ts';

/** A constant that selects a template which is not there. */
export const templateSelection: Rule = {
  code: 'template-selection',
  severity: 'warning',
  check: ({ api }) =>
    api.integrations.flatMap(({ requestTemplates, responses, templateSelectionExpression }) =>
      [
        { expression: templateSelectionExpression, templates: requestTemplates },
        ...responses.map((response) => ({
          expression: response.templateSelectionExpression,
          templates: response.responseTemplates,
        })),
      ].flatMap(({ expression, templates }) => {
        const keys = Object.keys(templates);
        const value = expression && constantOf(expression.value);
        if (!expression || value === undefined || keys.length === 0) return [];
        // AWS's own samples have templates for application/json, whatever the expression says.
        if ([value, '$default', 'application/json'].some((key) => keys.includes(key))) return [];
        return [
          {
            span: expression.span,
            message:
              value === '$default'
                ? l10n.t(
                    'No template is used: there is none with the key "$default", only {0}.',
                    keys.join(', '),
                  )
                : l10n.t(
                    'No template is used: there is none with the key "{0}" or "$default", only {1}.',
                    value,
                    keys.join(', '),
                  ),
          },
        ];
      }),
    ),
};

function constantOf(expression: string): string | undefined {
  const { parts } = parseExpression(expression);
  if (parts.length === 0 || expression.includes('${')) return undefined;
  return parts.every((part) => part.kind === 'static') ? parts.map(({ text }) => text).join('') : undefined;
}
