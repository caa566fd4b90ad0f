import type { Api, Authorizer, LambdaFunction, Model } from '../../api.ts';
import type { Problem } from '../../problem.ts';
import { readIntegration } from './integrations.ts';
import { jsonOf } from './json-of.ts';
import { textsOf } from './display.ts';
import { propertiesOf } from './properties.ts';
import { belongsTo, resourcesBy, resourcesOf } from './resources.ts';
import { sourceOf } from './resolve.ts';
import { readRoute } from './routes.ts';
import { apiSettings } from './api-settings.ts';
import { readStage } from './stages.ts';
import { lambdaTarget } from './targets.ts';
import { unknownReferences } from './unknown-references.ts';
import type { Resource, Template } from './template.ts';
import { written } from '../written.ts';

/** The WebSocket APIs that `AWS::ApiGatewayV2` resources define; HTTP APIs are left out. */
export function readCloudFormation(
  template: Template,
  functions: readonly LambdaFunction[],
  problems: Problem[],
): Api[] {
  const integrationResponses = resourcesBy(
    'IntegrationId',
    template,
    'AWS::ApiGatewayV2::IntegrationResponse',
  );
  const routeResponses = resourcesBy('RouteId', template, 'AWS::ApiGatewayV2::RouteResponse');
  const apis = resourcesOf(template, 'AWS::ApiGatewayV2::Api').filter((api) => isWebSocket(api, template));
  if (apis.length > 0) problems.push(...unknownReferences(template));
  return apis.map((api) => {
    const own = <Part>(type: string, read: (resource: Resource) => Part): Part[] =>
      resourcesOf(template, `AWS::ApiGatewayV2::${type}`)
        .filter((resource) => belongsTo(resource, api, template))
        .map(read);
    return {
      logicalId: api.logicalId,
      format: `${template.isSam ? 'sam' : 'cfn'}-${template.syntax}`,
      span: api.keySpan,
      ...apiSettings(api, propertiesOf(api.properties, template), template, problems),
      routes: own('Route', (resource) =>
        readRoute(resource, routeResponses.get(resource.logicalId), template),
      ),
      integrations: own('Integration', (resource) =>
        readIntegration(resource, integrationResponses.get(resource.logicalId), template),
      ),
      functions,
      authorizers: own('Authorizer', (resource) => readAuthorizer(resource, template)),
      models: own('Model', (resource) => readModel(resource, template)),
      stages: own('Stage', (resource) => readStage(resource, template)),
    };
  });
}

function isWebSocket(api: Resource, template: Template): boolean {
  const properties = propertiesOf(api.properties, template);
  const protocol = properties.string('ProtocolType');
  return protocol ? protocol !== 'HTTP' : properties.node('RouteSelectionExpression') !== undefined;
}

function readAuthorizer(resource: Resource, template: Template): Authorizer {
  const { logicalId, span, properties: map } = resource;
  const properties = propertiesOf(map, template);
  return {
    logicalId,
    span,
    target: lambdaTarget(properties.node('AuthorizerUri'), template),
    identitySource: textsOf(properties.node('IdentitySource'), template) ?? [],
    ...written({
      name: properties.string('Name'),
      credentials:
        properties.reference('AuthorizerCredentialsArn') ?? properties.string('AuthorizerCredentialsArn'),
    }),
  };
}

function readModel(resource: Resource, template: Template): Model {
  const { logicalId, span, properties: map } = resource;
  const properties = propertiesOf(map, template);
  const name = properties.node('Name');
  const schema = properties.node('Schema');
  return {
    logicalId,
    span,
    name: properties.string('Name') ?? (name ? sourceOf(name, template) : logicalId),
    schema: properties.string('Schema') ?? (schema ? jsonOf(schema, template) : '{}'),
  };
}
