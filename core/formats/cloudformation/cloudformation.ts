import type { Api, LambdaFunction } from '../../api.ts';
import type { Problem } from '../../problem.ts';
import { apiSettings } from './api-settings.ts';
import { readAuthorizer } from './authorizers.ts';
import { readDeployment } from './deployments.ts';
import { readIntegration } from './integrations.ts';
import { readMapping } from './mappings.ts';
import { readModel } from './models.ts';
import { partProperties } from './part-properties.ts';
import { readPermissions } from './permissions.ts';
import { readPolicies } from './policies.ts';
import { propertiesOf } from './properties.ts';
import { belongsTo, isWebSocket, resourcesBy, resourcesOf } from './resources.ts';
import { readRouteResponse } from './route-responses.ts';
import { readRoute } from './routes.ts';
import { readStage } from './stages.ts';
import type { Resource, Template } from './template.ts';
import { unknownReferences } from './unknown-references.ts';

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
  if (apis.length === 0) return [];
  problems.push(...unknownReferences(template));
  const permissions = readPermissions(template);
  const policies = readPolicies(template);
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
      properties: partProperties([api.properties], template),
      routeResponses: own('RouteResponse', (resource) => readRouteResponse(resource, template)),
      deployments: own('Deployment', (resource) => readDeployment(resource, template)),
      permissions,
      policies,
      mappings: own('ApiMapping', (resource) => readMapping(resource, template)),
    };
  });
}
