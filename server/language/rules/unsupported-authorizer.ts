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
        message: `API Gateway refuses the authorizer type "${authorizer.authorizerType}": only REQUEST is supported on WEBSOCKET protocol APIs, so let a Lambda function check the token.`,
      })),
    ...api.routes
      .filter(
        ({ authorizationType }) => isKnown(authorizationType) && !legal.includes(authorizationType ?? ''),
      )
      .map((route) => ({
        span: placeOf(text, route, 'AuthorizationType'),
        message: `WebSocket APIs know no authorization type "${route.authorizationType}"; it is NONE, AWS_IAM or CUSTOM.`,
      })),
  ],
};

const legal = ['NONE', 'AWS_IAM', 'CUSTOM'];

/** A value with a reference in it only AWS knows. */
function isKnown(value: string | undefined): boolean {
  return value !== undefined && /^\w+$/.test(value);
}
