import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A route that says only half of what makes API Gateway ask an authorizer. */
export const authorizerIncomplete: Rule = {
  code: 'authorizer-incomplete',
  severity: 'error',
  check: ({ api, text }) =>
    api.routes.flatMap((route) => {
      const { authorizationType, authorizer, properties } = route;
      if (!properties) return [];
      const hasAuthorizer = authorizer !== undefined || properties['AuthorizerId'] !== undefined;
      const type = properties['AuthorizationType'];
      if (authorizationType === 'CUSTOM' && !hasAuthorizer) {
        return [
          {
            span: placeOf(text, route, 'AuthorizationType'),
            message: l10n.t(
              'AuthorizationType CUSTOM needs an AuthorizerId; without one API Gateway has nobody to ask.',
            ),
          },
        ];
      }
      // What a condition decides, the file alone cannot tell.
      const isOpen = type ? type.text?.value === 'NONE' : authorizationType === undefined;
      if (authorizer === undefined || !isOpen) return [];
      return [
        {
          span: placeOf(text, route, 'AuthorizerId'),
          message: l10n.t(
            'The authorizer is never asked, and everybody can connect: AuthorizationType is NONE unless it says CUSTOM; add AuthorizationType: CUSTOM.',
          ),
        },
      ];
    }),
};
