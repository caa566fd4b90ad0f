import * as l10n from '@vscode/l10n';
import type { Text } from '../../../core/text.ts';
import { replaceText } from './replace-text.ts';
import type { Rule } from './rule.ts';

/** A route response that is selected by another key than `$default`. */
export const routeResponseKey: Rule = {
  code: 'route-response-key',
  severity: 'error',
  check: ({ api }) => [
    ...(api.routeResponses ?? []).flatMap(({ routeResponseKey: key }) => findingOf(key, ['$default'])),
    ...api.routes.flatMap(({ routeResponseSelectionExpression: expression }) =>
      findingOf(expression, ['$default', '\\$default']),
    ),
  ],
};

function findingOf(text: Text | undefined, legal: readonly string[]): ReturnType<Rule['check']> {
  if (!text || legal.includes(text.value)) return [];
  return [
    {
      span: text.span,
      message: l10n.t(
        'API Gateway refuses "{0}": currently, only $default is supported as a RouteResponseKey.',
        text.value,
      ),
      fixes: replaceText(l10n.t('Write {0}', '$default'), text, '$default'),
    },
  ];
}
