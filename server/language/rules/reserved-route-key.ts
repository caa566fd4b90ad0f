import * as l10n from '@vscode/l10n';
import { encodeIn } from '../../../core/text.ts';
import type { Rule } from './rule.ts';

const predefined = ['$connect', '$disconnect', '$default'];

/** A key that begins with `$` and is none of the three that AWS defines. */
export const reservedRouteKey: Rule = {
  code: 'reserved-route-key',
  severity: 'error',
  check: ({ api }) =>
    api.routes.flatMap(({ routeKey }) => {
      if (!routeKey?.value.startsWith('$') || predefined.includes(routeKey.value)) return [];
      return [
        {
          span: routeKey.span,
          message: l10n.t(
            'API Gateway refuses the route key "{0}": only {1} begin with a dollar sign.',
            routeKey.value,
            predefined.join(', '),
          ),
          fixes: replacementsOf(routeKey.value).map((value) => ({
            title: l10n.t('Rename the route key to "{0}"', value),
            edits: [{ span: routeKey.span, newText: encodeIn(routeKey, value) }],
          })),
        },
      ];
    }),
};

/** The predefined key that was most likely meant, and the key without its dollar signs. */
function replacementsOf(key: string): string[] {
  const meant = predefined.find((one) => one.startsWith(key.toLowerCase().slice(0, 4)) && key.length > 3);
  const custom = key.replace(/^\$+/, '');
  return [...(meant ? [meant] : []), ...(custom ? [custom] : [])];
}
