import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** An `Auth` of a WebSocketApi that SAM refuses. */
export const samAuth: Rule = {
  code: 'sam-auth',
  severity: 'error',
  check: ({ api, graph: { routeKeys }, text }) => {
    if (api.format !== 'sam-websocketapi' || !api.properties?.['Auth'] || !routeKeys) return [];
    const withoutFunction = api.authorizers.filter(
      ({ properties }) => properties && !properties['AuthorizerUri'],
    );
    return [
      ...(routeKeys.has('$connect')
        ? []
        : [
            {
              span: placeOf(text, api, 'Auth'),
              message: l10n.t(
                'SAM refuses it: authorization is only available if there is a $connect route; add one, or remove Auth.',
              ),
            },
          ]),
      ...withoutFunction.map((authorizer) => ({
        span: placeOf(text, authorizer, 'AuthType'),
        message: l10n.t('SAM refuses it: AuthArn must be specified if AuthType is CUSTOM.'),
      })),
    ];
  },
};
