import * as l10n from '@vscode/l10n';
import { removeProperty } from './remove-property.ts';
import type { Rule } from './rule.ts';

const refused = [
  'AuthorizerPayloadFormatVersion',
  'AuthorizerResultTtlInSeconds',
  'EnableSimpleResponses',
  'JwtConfiguration',
];

/** A setting of an authorizer that only HTTP APIs have. */
export const authorizerHttpApiProperty: Rule = {
  code: 'authorizer-http-api-property',
  severity: 'error',
  check: ({ api, text }) =>
    api.authorizers.flatMap(({ properties }) =>
      refused.flatMap((name) => {
        const property = properties?.[name];
        if (!property) return [];
        return [
          {
            span: property.span,
            message: l10n.t(
              'API Gateway refuses it: {0} cannot be set for WEBSOCKET protocol APIs; remove it.',
              name,
            ),
            fixes: removeProperty(text, properties, name),
          },
        ];
      }),
    ),
};
