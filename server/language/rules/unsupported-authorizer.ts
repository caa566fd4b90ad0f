import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** An authorizer of HTTP APIs. */
export const unsupportedAuthorizer: Rule = {
  code: 'unsupported-authorizer',
  severity: 'error',
  check: ({ api, text }) => [
    ...api.authorizers
      .filter(({ authorizerType }) => isKnown(authorizerType) && authorizerType !== 'REQUEST')
      .map((authorizer) => ({
        span: placeOf(text, authorizer, 'AuthorizerType'),
        message: l10n.t(
          'API Gateway refuses the authorizer type "{0}": only REQUEST is supported on WEBSOCKET protocol APIs, so let a Lambda function check the token.',
          authorizer.authorizerType ?? '',
        ),
      })),
    ...api.routes
      .filter(
        ({ authorizationType }) => isKnown(authorizationType) && !legal.includes(authorizationType ?? ''),
      )
      .map((route) => ({
        span: placeOf(text, route, 'AuthorizationType'),
        message: l10n.t(
          'WebSocket APIs know no authorization type "{0}"; it is NONE, AWS_IAM or CUSTOM.',
          route.authorizationType ?? '',
        ),
      })),
  ],
};

const legal = ['NONE', 'AWS_IAM', 'CUSTOM'];

/** A value with a reference in it only AWS knows. */
function isKnown(value: string | undefined): boolean {
  return value !== undefined && /^\w+$/.test(value);
}
