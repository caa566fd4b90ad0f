import * as l10n from '@vscode/l10n';
import type { Api, FormatName, LambdaFunction } from '../../api.ts';
import type { Problem } from '../../problem.ts';
import { written } from '../written.ts';
import { readDeployment } from './deployments.ts';
import type { Instance } from './instances.ts';
import { readIntegration, readIntegrationResponse } from './integrations.ts';
import { readAuthorizer, readMapping, readModel, readRouteResponse } from './parts.ts';
import { readPermissions } from './permissions.ts';
import { readPolicies } from './policies.ts';
import { readerOf } from './reader.ts';
import { groupsOf, type Resources } from './resources.ts';
import { readRoute } from './routes.ts';
import { readStage } from './stages.ts';
import { displayOf } from './value.ts';
import { writtenProperties } from './written-properties.ts';

const partTypes = [
  'route',
  'integration',
  'authorizer',
  'model',
  'stage',
  'deployment',
  'route_response',
  'api_mapping',
];

/** The WebSocket APIs that `aws_apigatewayv2_api` resources define; HTTP APIs are left out. */
export function readApis(
  resources: Resources,
  functions: readonly LambdaFunction[],
  format: FormatName,
  problems: Problem[],
): Api[] {
  problems.push(...withoutApi(resources));
  const apis = resources
    .ofType('aws_apigatewayv2_api')
    .filter(({ fields }) => readerOf(fields).string('protocol_type') === 'WEBSOCKET');
  if (apis.length === 0) return [];
  const ownedBy = (field: string) => (type: string) =>
    groupsOf(
      resources.ofType(`aws_apigatewayv2_${type}`),
      ({ fields }) => resources.find(readerOf(fields).references(field))?.logicalId,
    );
  const responses = ownedBy('integration_id')('integration_response');
  const routeResponses = ownedBy('route_id')('route_response');
  const ofApi = ownedBy('api_id');
  const parts = new Map(partTypes.map((type) => [type, ofApi(type)]));
  const [permissions, policies] = [readPermissions(resources), readPolicies(resources)];
  return apis.map((api) => {
    const own = <Part>(type: string, read: (instance: Instance, resources: Resources) => Part): Part[] =>
      (parts.get(type)?.get(api.logicalId) ?? []).map((instance) => read(instance, resources));
    return {
      logicalId: api.logicalId,
      format,
      span: api.nameSpan,
      ...apiSettings(api, problems),
      routes: own('route', (route) =>
        readRoute(
          route,
          (routeResponses.get(route.logicalId) ?? []).map((one) => readRouteResponse(one, resources)),
          resources,
        ),
      ),
      integrations: own('integration', (integration) =>
        readIntegration(
          integration,
          (responses.get(integration.logicalId) ?? []).map(readIntegrationResponse),
          resources,
        ),
      ),
      functions,
      authorizers: own('authorizer', readAuthorizer),
      models: own('model', readModel),
      stages: own('stage', readStage),
      routeResponses: own('route_response', readRouteResponse),
      deployments: own('deployment', readDeployment),
      permissions,
      policies,
      mappings: own('api_mapping', readMapping),
    };
  });
}

/** Parts whose API is nowhere in the folder: nothing else would tell of a slip in its name. */
function withoutApi(resources: Resources): Problem[] {
  return partTypes.flatMap((type) =>
    resources.ofType(`aws_apigatewayv2_${type}`).flatMap(({ fields }) => {
      const reader = readerOf(fields);
      const [reference] = reader.references('api_id');
      const [root, name = ''] = reference?.path ?? [];
      const span = reader.span('api_id');
      if (!reference || !span || root !== 'aws_apigatewayv2_api') return [];
      if (resources.named(reference).length > 0 || resources.isDeclared(root, name)) return [];
      return [{ message: l10n.t('There is no aws_apigatewayv2_api "{0}" in this folder.', name), span }];
    }),
  );
}

/** What the resource and the community's module say of an API in the same words. */
export function apiSettings(
  { logicalId, fields }: Instance,
  problems: Problem[],
): Pick<Api, 'name'> & Partial<Api> {
  const reader = readerOf(fields);
  const routeSelectionExpression = reader.text('route_selection_expression');
  const field = fields.get('route_selection_expression');
  if (field && !routeSelectionExpression) {
    const message = l10n.t(
      'The route_selection_expression of "{0}" cannot be computed from these files; write it out, or give its variable a default.',
      logicalId,
    );
    problems.push({ message, span: field.span });
  }
  const endpoint = reader.value('disable_execute_api_endpoint');
  return {
    name: reader.display('name') ?? logicalId,
    ...written({
      routeSelectionExpression,
      apiKeySelectionExpression: reader.text('api_key_selection_expression'),
      disableExecuteApiEndpoint: reader.boolean('disable_execute_api_endpoint') ?? displayOf(endpoint),
    }),
    properties: writtenProperties(fields),
  };
}
