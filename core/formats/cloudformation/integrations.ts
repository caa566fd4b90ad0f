import type { Integration, IntegrationResponse, IntegrationType } from '../../api.ts';
import { outerOf } from '../../syntax/node.ts';
import { keep } from './kept.ts';
import { partProperties } from './part-properties.ts';
import { propertiesOf } from './properties.ts';
import { integrationTarget } from './targets.ts';
import type { Resource, Template } from './template.ts';
import { written } from '../written.ts';
import { writtenPairs } from './written-pairs.ts';

const integrationTypes: Readonly<Record<string, IntegrationType>> = {
  MOCK: 'MOCK',
  AWS_PROXY: 'AWS_PROXY',
  AWS: 'AWS',
  HTTP_PROXY: 'HTTP_PROXY',
  HTTP: 'HTTP',
};

/** The integration that an `AWS::ApiGatewayV2::Integration` defines, without its responses. */
export function readIntegration(resource: Resource, template: Template): Integration {
  const { logicalId, span } = resource;
  const properties = propertiesOf(resource.properties, template);
  const type = properties.string('IntegrationType');
  const uri = properties.node('IntegrationUri');
  const requestTemplates = properties.strings('RequestTemplates') ?? {};
  return {
    logicalId,
    integrationType: integrationTypes[type ?? ''] ?? 'unknown',
    span,
    target: integrationTarget(type, uri, requestTemplates, template),
    ...written({
      uriSpan: uri && outerOf(uri),
      integrationUri: properties.display('IntegrationUri'),
      credentials: properties.reference('CredentialsArn') ?? properties.string('CredentialsArn'),
      timeoutInMillis: properties.number('TimeoutInMillis'),
      passthroughBehavior: properties.string('PassthroughBehavior'),
      contentHandlingStrategy: properties.string('ContentHandlingStrategy'),
      templateSelectionExpression: properties.text('TemplateSelectionExpression'),
      parameterMappings: writtenPairs(properties.node('RequestParameters'), template),
      templates: writtenPairs(properties.node('RequestTemplates'), template),
    }),
    properties: partProperties([resource.properties], template),
    requestTemplates,
    requestParameters: properties.strings('RequestParameters') ?? {},
    responses: [],
  };
}

/** The responses that `AWS::ApiGatewayV2::IntegrationResponse`s define. */
export function readResponses(resources: readonly Resource[], template: Template): IntegrationResponse[] {
  return resources.map((resource) => keep(resource, template, readResponse));
}

function readResponse(resource: Resource, template: Template): IntegrationResponse {
  const properties = propertiesOf(resource.properties, template);
  return {
    integrationResponseKey: properties.string('IntegrationResponseKey') ?? '',
    span: resource.span,
    ...written({
      templateSelectionExpression: properties.text('TemplateSelectionExpression'),
      parameterMappings: writtenPairs(properties.node('ResponseParameters'), template),
      templates: writtenPairs(properties.node('ResponseTemplates'), template),
    }),
    properties: partProperties([resource.properties], template),
    responseTemplates: properties.strings('ResponseTemplates') ?? {},
  };
}
