import * as l10n from '@vscode/l10n';
import type { Properties } from '../../../core/api.ts';
import { removeProperty } from './remove-property.ts';
import type { Finding, Rule } from './rule.ts';

const ofApis = [
  'Body',
  'BodyS3Location',
  'CredentialsArn',
  'RouteKey',
  'Target',
  'BasePath',
  'FailOnWarnings',
];
const ofIntegrations = ['IntegrationSubtype', 'ResponseParameters'];

/** A setting that only HTTP APIs have. */
export const httpApiProperty: Rule = {
  code: 'http-api-property',
  severity: 'error',
  check: ({ api, text }) => {
    const find = (properties: Properties | undefined, name: string, message: string): Finding[] => {
      const property = properties?.[name];
      if (!property) return [];
      return [{ span: property.span, message, fixes: removeProperty(text, properties, name) }];
    };
    return [
      ...find(
        api.properties,
        'CorsConfiguration',
        l10n.t(
          'API Gateway refuses it: CORS is not supported for the WEBSOCKET protocol type; check the Origin header in $connect instead.',
        ),
      ),
      ...ofApis.flatMap((name) => find(api.properties, name, isForHttp(name))),
      ...api.routes.flatMap(({ properties }) =>
        find(
          properties,
          'AuthorizationScopes',
          l10n.t(
            'API Gateway refuses it: authorization scopes are only valid for the JWT authorizers of HTTP APIs.',
          ),
        ),
      ),
      ...api.integrations.flatMap(({ properties }) => [
        ...ofIntegrations.flatMap((name) => find(properties, name, isForHttp(name))),
        ...(isLater(properties)
          ? find(
              properties,
              'PayloadFormatVersion',
              l10n.t('API Gateway refuses it: WebSocket APIs know the payload format version 1.0 only.'),
            )
          : []),
      ]),
    ];
  },
};

function isForHttp(name: string): string {
  return l10n.t('Only HTTP APIs have {0}; remove it.', name);
}

function isLater(properties: Properties | undefined): boolean {
  const version = properties?.['PayloadFormatVersion']?.text?.value;
  return version !== undefined && /^[\d.]+$/.test(version) && Number(version) !== 1;
}
