import type { Integration, IntegrationResponse, IntegrationType } from '../../api.ts';
import { written } from '../written.ts';
import type { Fields } from './fields.ts';
import type { Instance } from './instances.ts';
import { readerOf } from './reader.ts';
import type { Resources } from './resources.ts';
import { integrationTarget, uriOf } from './targets.ts';
import { writtenProperties } from './written-properties.ts';

const integrationTypes: Readonly<Record<string, IntegrationType>> = {
  MOCK: 'MOCK',
  AWS_PROXY: 'AWS_PROXY',
  AWS: 'AWS',
  HTTP_PROXY: 'HTTP_PROXY',
  HTTP: 'HTTP',
};

/** What an integration's type and URI are called; the community's module has shorter names. */
interface Names {
  readonly type: string;
  readonly uri: string;
}

/** The integration that an `aws_apigatewayv2_integration` defines. */
export function readIntegration(
  { logicalId, span, fields }: Instance,
  responses: readonly IntegrationResponse[],
  resources: Resources,
): Integration {
  const names = { type: 'integration_type', uri: 'integration_uri' };
  const type = readerOf(fields).string(names.type);
  return {
    logicalId,
    span,
    ...integrationSettings(fields, type, names, resources),
    responses,
    properties: writtenProperties(fields),
  };
}

/** The settings that integrations of resources and of the community's module share. */
export function integrationSettings(
  fields: Fields,
  type: string | undefined,
  names: Names,
  resources: Resources,
): Omit<Integration, 'logicalId' | 'span' | 'responses'> {
  const reader = readerOf(fields);
  const uri = fields.get(names.uri);
  const requestTemplates = reader.strings('request_templates') ?? {};
  return {
    integrationType:
      (Object.hasOwn(integrationTypes, type ?? '') && integrationTypes[type ?? '']) || 'unknown',
    target: integrationTarget(type, uri, requestTemplates, resources),
    ...written({
      uriSpan: uri?.span,
      integrationUri: uri && uriOf(uri),
      credentials: reader.display('credentials_arn'),
      timeoutInMillis: reader.number('timeout_milliseconds'),
      passthroughBehavior: reader.string('passthrough_behavior'),
      contentHandlingStrategy: reader.string('content_handling_strategy'),
      templateSelectionExpression: reader.text('template_selection_expression'),
      parameterMappings: reader.pairs('request_parameters'),
      templates: reader.pairs('request_templates'),
    }),
    requestTemplates,
    requestParameters: reader.strings('request_parameters') ?? {},
  };
}

/** How the integration's answer is turned into the route's response. */
export function readIntegrationResponse({
  span,
  fields,
}: Pick<Instance, 'span' | 'fields'>): IntegrationResponse {
  const reader = readerOf(fields);
  return {
    integrationResponseKey: reader.string('integration_response_key') ?? '',
    span,
    ...written({
      templateSelectionExpression: reader.text('template_selection_expression'),
      templates: reader.pairs('response_templates'),
    }),
    responseTemplates: reader.strings('response_templates') ?? {},
    properties: writtenProperties(fields),
  };
}
