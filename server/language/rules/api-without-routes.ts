import * as l10n from '@vscode/l10n';
import type { Api } from '../../../core/api.ts';
import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A WebSocketApi of SAM without routes; those of CloudFormation can stand in another stack. */
export const apiWithoutRoutes: Rule = {
  code: 'api-without-routes',
  severity: 'error',
  check: ({ api, text }) =>
    isWithout(api)
      ? [
          {
            span: firstLine(text, api.span),
            message: l10n.t('SAM refuses it: a WebSocket API must have at least one route; add Routes.'),
          },
        ]
      : [],
};

/** Without an expression the API is only begun. */
function isWithout({ format, properties, routes, routeSelectionExpression }: Api): boolean {
  const isBegun = !routeSelectionExpression || properties?.['Routes'] !== undefined;
  return format === 'sam-websocketapi' && routes.length === 0 && !isBegun;
}
