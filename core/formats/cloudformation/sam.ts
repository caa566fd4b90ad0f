import * as l10n from '@vscode/l10n';
import type { Api, Authorizer, Integration, LambdaFunction, Route } from '../../api.ts';
import type { Problem } from '../../problem.ts';
import { callOf } from './intrinsics.ts';
import { apiSettings } from './api-settings.ts';
import { textsOf } from './display.ts';
import { sectionEntry } from './lookups.ts';
import { readSamMappings } from './mappings.ts';
import { partProperties } from './part-properties.ts';
import { readPolicies } from './policies.ts';
import { layered, propertiesOf, type Properties } from './properties.ts';
import { resourcesBy, resourcesOf, routeNamed } from './resources.ts';
import { sourceOf } from './resolve.ts';
import { readRouteResponse } from './route-responses.ts';
import { responseKeysOf, routeSettings } from './routes.ts';
import { stageName, stageSettings } from './stages.ts';
import { lambdaTarget } from './targets.ts';
import { outerOf, spanOf, textOf, type Entry, type Node } from '../../syntax/node.ts';
import type { Resource, Template } from './template.ts';
import { unknownIn } from './part-problems.ts';
import { written } from '../written.ts';
import { writtenTexts } from './written-pairs.ts';

/** The WebSocket APIs that SAM's `AWS::Serverless::WebSocketApi` defines, `Globals` applied. */
export function readSam(
  template: Template,
  functions: readonly LambdaFunction[],
  problems: Problem[],
): Api[] {
  const globalNode = sectionEntry('Globals', 'WebSocketApi', template);
  const globals = propertiesOf(globalNode, template);
  const responses = resourcesBy(routeNamed, template, 'AWS::ApiGatewayV2::RouteResponse');
  const apis = resourcesOf(template, 'AWS::Serverless::WebSocketApi');
  const policies = apis.length > 0 ? readPolicies(template) : [];
  return apis.map((api) => {
    const own = propertiesOf(api.properties, template);
    const properties = layered(own, globals);
    const routes = own.node('Routes');
    const entries = routes?.kind === 'map' && !callOf(routes) ? routes.entries : [];
    const name = stageName(api, template);
    const stage = own.node('StageName');
    problems.push(
      ...mapProblems(api, routes),
      ...entries.flatMap((entry) => routeProblems(api, entry, template)),
    );
    return {
      logicalId: api.logicalId,
      format: 'sam-websocketapi',
      span: api.keySpan,
      ...apiSettings(api, properties, template, problems),
      routes: entries.map((entry) => readRoute(api, entry, properties, template, responses)),
      integrations: entries.map((entry) => readIntegration(api, entry, template)),
      functions,
      authorizers: readAuthorizer(api, properties, template),
      models: [],
      stages: [
        {
          ...name,
          ...(name.name === '' && { name: 'default', implied: true as const }),
          span: stage ? outerOf(stage) : api.keySpan,
          ...stageSettings(properties, template),
          // SAM has no switch for it.
          autoDeploy: true,
          properties: partProperties([api.properties], template),
        },
      ],
      properties: partProperties([globalNode, api.properties], template),
      routeResponses: [...responses.values()]
        .flat()
        .map((response) => readRouteResponse(response, template))
        .filter(({ route }) => entries.some(({ key }) => partId(api, key.value, 'Route') === route)),
      policies,
      mappings: readSamMappings(api, properties, template),
    };
  });
}

function readRoute(
  api: Resource,
  entry: Entry,
  properties: Properties,
  template: Template,
  responses: ReadonlyMap<string, readonly Resource[]>,
): Route {
  const { key, value } = entry;
  const own = propertiesOf(value, template);
  const logicalId = partId(api, key.value, 'Route');
  const authType = key.value === '$connect' ? properties.inside('Auth').string('AuthType') : undefined;
  return {
    logicalId,
    routeKey: textOf(key),
    span: { start: outerOf(key).start, end: spanOf(value).end },
    ...written({
      targetSpan: outerOf(own.node('FunctionArn') ?? value),
      integration: partId(api, key.value, 'Integration'),
      authorizationType: authType,
      authorizer: authType === 'CUSTOM' ? authorizerId(api) : undefined,
    }),
    ...routeSettings(own, template),
    properties: partProperties([value], template),
    routeResponseKeys: responseKeysOf(responses.get(logicalId), template),
  };
}

/** SAM makes an `AWS_PROXY` integration of every route. */
function readIntegration(api: Resource, { key, value }: Entry, template: Template): Integration {
  const own = propertiesOf(value, template);
  const uri = own.node('FunctionArn');
  const isRoute = isRouteValue(value);
  return {
    logicalId: partId(api, key.value, 'Integration'),
    integrationType: isRoute ? 'AWS_PROXY' : 'unknown',
    span: spanOf(value),
    target: isRoute ? lambdaTarget(uri, template) : { kind: 'unknown', uri: sourceOf(value, template) },
    ...written({ uriSpan: uri && outerOf(uri), timeoutInMillis: own.number('IntegrationTimeout') }),
    requestTemplates: {},
    requestParameters: {},
    responses: [],
    properties: partProperties([value], template, {
      FunctionArn: 'IntegrationUri',
      IntegrationTimeout: 'TimeoutInMillis',
    }),
  };
}

/** A list of routes, or a text, is none. */
function mapProblems({ logicalId }: Resource, routes: Node | undefined): Problem[] {
  if (
    !routes ||
    routes.kind === 'map' ||
    callOf(routes) ||
    (routes.kind === 'scalar' && routes.value === '')
  ) {
    return [];
  }
  const message = l10n.t(
    'The Routes of "{0}" must be a map: each route key, and below it a FunctionArn.',
    logicalId,
  );
  return [{ message, span: outerOf(routes) }];
}

function routeProblems(api: Resource, { key, value }: Entry, template: Template): Problem[] {
  if (isRouteValue(value)) {
    return unknownIn(api, 'FunctionArn', propertiesOf(value, template).node('FunctionArn'), template);
  }
  const message = l10n.t(
    'The route "{0}" of "{1}" must be a map that has a FunctionArn.',
    key.value,
    api.logicalId,
  );
  return [{ message, span: outerOf(value) }];
}

/** Whether the value of a route key is a map, or is not written yet. */
function isRouteValue(value: Node): boolean {
  return value.kind === 'scalar' ? value.value === '' : value.kind === 'map' && !callOf(value);
}

/** The authorizer that SAM makes of `Auth`. */
function readAuthorizer(api: Resource, properties: Properties, template: Template): Authorizer[] {
  const auth = properties.inside('Auth');
  const node = properties.node('Auth');
  if (auth.string('AuthType') !== 'CUSTOM' || !node) return [];
  return [
    {
      logicalId: authorizerId(api),
      span: outerOf(node),
      target: lambdaTarget(auth.node('AuthArn'), template),
      identitySource: textsOf(auth.node('IdentitySource'), template) ?? [],
      authorizerType: 'REQUEST',
      properties: partProperties([node], template, {
        AuthArn: 'AuthorizerUri',
        InvokeRole: 'AuthorizerCredentialsArn',
      }),
      ...written({
        name: auth.string('Name'),
        identitySourceTexts: writtenTexts(auth.node('IdentitySource'), template),
        credentials: auth.reference('InvokeRole') ?? auth.string('InvokeRole'),
      }),
    },
  ];
}

/** The logical ids that SAM gives to what it makes: `ChatApiConnectRoute`. */
function partId(api: Resource, routeKey: string, part: 'Route' | 'Integration'): string {
  const name = routeKey.replace(/^\$/, '');
  return `${api.logicalId}${name.charAt(0).toUpperCase()}${name.slice(1)}${part}`;
}

function authorizerId(api: Resource): string {
  return `${api.logicalId}ConnectAuthorizer`;
}
