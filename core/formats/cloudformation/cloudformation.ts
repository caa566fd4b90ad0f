import type { Api, LambdaFunction } from '../../api.ts';
import type { Problem } from '../../problem.ts';
import { written } from '../written.ts';
import { apiSettings } from './api-settings.ts';
import { readAuthorizer } from './authorizers.ts';
import { constructPathOf } from './construct-path.ts';
import { readDeployment } from './deployments.ts';
import { readIntegration, readResponses } from './integrations.ts';
import { keep } from './kept.ts';
import { readMapping } from './mappings.ts';
import { readModel } from './models.ts';
import { partProperties } from './part-properties.ts';
import { readPermissions } from './permissions.ts';
import { readPolicies } from './policies.ts';
import { propertiesOf } from './properties.ts';
import {
  apiNamed,
  integrationNamed,
  isWebSocket,
  resourcesBy,
  resourcesOf,
  routeNamed,
} from './resources.ts';
import { readRouteResponse } from './route-responses.ts';
import { readRoute, responseKeysOf } from './routes.ts';
import { readStage } from './stages.ts';
import type { Resource, Template } from './template.ts';
import { partProblems } from './part-problems.ts';

/** The WebSocket APIs that `AWS::ApiGatewayV2` resources define; HTTP APIs are left out. */
export function readCloudFormation(
  template: Template,
  functions: readonly LambdaFunction[],
  problems: Problem[],
): Api[] {
  const all = resourcesOf(template, 'AWS::ApiGatewayV2::Api');
  const apis = all.filter((api) => keep(api, template, isWebSocket));
  if (apis.length === 0) return [];
  const byIntegration = resourcesBy(integrationNamed, template, 'AWS::ApiGatewayV2::IntegrationResponse');
  const byRoute = resourcesBy(routeNamed, template, 'AWS::ApiGatewayV2::RouteResponse');
  problems.push(...partProblems(template));
  const permissions = readPermissions(template);
  const policies = readPolicies(template);
  const partsOf = partsByApi(template, all.length === 1);
  return apis.map((api) => {
    const own = <Part>(type: string, read: (resource: Resource, template: Template) => Part): Part[] =>
      partsOf(`AWS::ApiGatewayV2::${type}`, api).map((resource) => keep(resource, template, read));
    return {
      logicalId: api.logicalId,
      format: `${template.isSam ? 'sam' : 'cfn'}-${template.syntax}`,
      span: api.keySpan,
      ...written({ constructPath: constructPathOf(api, template) }),
      ...apiSettings(api, propertiesOf(api.properties, template), template, problems),
      routes: own('Route', readRoute).map((route) => {
        const responses = byRoute.get(route.logicalId);
        return responses ? { ...route, routeResponseKeys: responseKeysOf(responses, template) } : route;
      }),
      integrations: own('Integration', readIntegration).map((integration) => {
        const responses = byIntegration.get(integration.logicalId);
        return responses ? { ...integration, responses: readResponses(responses, template) } : integration;
      }),
      functions,
      authorizers: own('Authorizer', readAuthorizer),
      models: own('Model', readModel),
      stages: own('Stage', readStage),
      properties: partProperties([api.properties], template),
      routeResponses: own('RouteResponse', readRouteResponse),
      deployments: own('Deployment', readDeployment),
      permissions,
      policies,
      mappings: own('ApiMapping', readMapping),
    };
  });
}

/** Gives the resources of a type that belong to an API; those that name none yet belong to the file's only one. */
function partsByApi(
  template: Template,
  isOnly: boolean,
): (type: string, api: Resource) => readonly Resource[] {
  const byType = new Map<string, ReadonlyMap<string, readonly Resource[]>>();
  return (type, { logicalId }) => {
    if (isOnly) {
      return resourcesOf(template, type).filter((part) => {
        const named = keep(part, template, apiNamed);
        return named === logicalId || named === '';
      });
    }
    const byApi = byType.get(type) ?? resourcesBy(apiNamed, template, type);
    byType.set(type, byApi);
    return byApi.get(logicalId) ?? [];
  };
}
