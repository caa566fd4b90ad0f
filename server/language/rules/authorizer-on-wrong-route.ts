import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import { removeProperty } from './remove-property.ts';
import type { Rule } from './rule.ts';

/** Authorization of another route than `$connect`. */
export const authorizerOnWrongRoute: Rule = {
  code: 'authorizer-on-wrong-route',
  severity: 'error',
  check: ({ api, text }) =>
    api.routes.flatMap((route) => {
      const { authorizationType, authorizer, routeKey, properties } = route;
      const isAuthorized = (authorizationType ?? 'NONE') !== 'NONE' || authorizer !== undefined;
      if (!routeKey || routeKey.value === '$connect' || !isAuthorized) return [];
      return [
        {
          span: placeOf(text, route, 'AuthorizationType', 'AuthorizerId'),
          message: l10n.t(
            'API Gateway refuses the authorization of "{0}": currently, authorization is restricted to the $connect route only, which protects all others.',
            routeKey.value,
          ),
          fixes: removeProperty(text, properties, 'AuthorizationType', 'AuthorizerId'),
        },
      ];
    }),
};
