import type { Api, FormatName, Integration, LambdaFunction, Route } from '../../api.ts';
import type { Problem } from '../../problem.ts';
import type { Text } from '../../text.ts';
import { written } from '../written.ts';
import { apiSettings } from './apis.ts';
import type { Fields } from './fields.ts';
import type { Instance } from './instances.ts';
import { integrationSettings, readIntegrationResponse } from './integrations.ts';
import { readPermissions } from './permissions.ts';
import { readPolicies } from './policies.ts';
import { readerOf } from './reader.ts';
import type { Resources } from './resources.ts';
import { routeSettings } from './routes.ts';
import { displayedText, stageName } from './stages.ts';
import { lambdaTarget } from './targets.ts';
import { placedText } from './value.ts';
import { writtenProperties } from './written-properties.ts';

/** How the module calls what the resource of an integration calls otherwise. */
const integrationNames = {
  type: 'IntegrationType',
  uri: 'IntegrationUri',
  method: 'IntegrationMethod',
  credentials_arn: 'CredentialsArn',
};

/**
 * The WebSocket APIs that are made by the community's module. Whoever calls it from a folder says so by what is given
 * to it. https://github.com/terraform-aws-modules/terraform-aws-apigateway-v2
 */
export function readModuleApis(
  resources: Resources,
  functions: readonly LambdaFunction[],
  format: FormatName,
  problems: Problem[],
): Api[] {
  return resources
    .ofType('module')
    .filter(isWebSocketApi)
    .map((instance): Api => {
      const { logicalId, fields, nameSpan } = instance;
      const routes = fields
        .inside('routes')
        .flatMap((map) => map.names().map((name) => readRoute(name, map, instance, resources)));
      return {
        logicalId,
        format,
        span: nameSpan,
        ...apiSettings(instance, problems),
        routes: routes.map(({ route }) => route),
        integrations: routes.flatMap(({ integration }) => integration ?? []),
        functions,
        authorizers: authorizersOf(fields, instance, resources),
        models: [],
        stages: [stageOf(instance)],
        permissions: readPermissions(resources),
        policies: readPolicies(resources),
      };
    });
}

function isWebSocketApi({ fields }: Instance): boolean {
  const reader = readerOf(fields);
  const source = reader.string('source') ?? '';
  const isModule = source.includes('apigateway-v2') || /^\.{1,2}\//.test(source);
  return isModule && reader.string('protocol_type') === 'WEBSOCKET' && fields.get('routes') !== undefined;
}

function readRoute(
  name: string,
  routes: Fields,
  api: Instance,
  resources: Resources,
): { route: Route; integration: Integration | undefined } {
  const [fields] = routes.inside(name);
  const { keySpan, span: valueSpan } = routes.get(name) ?? { keySpan: api.nameSpan, span: api.nameSpan };
  const logicalId = `${api.logicalId}.${name}`;
  const [given] = fields?.inside('integration') ?? [];
  const integration =
    given &&
    readIntegration(
      given,
      `${logicalId}.integration`,
      fields?.get('integration')?.span ?? valueSpan,
      resources,
    );
  const reader = fields && readerOf(fields);
  return {
    route: {
      logicalId,
      span: { start: keySpan.start, end: Math.max(keySpan.end, valueSpan.end) },
      ...written({
        routeKey: keyText(name, routes),
        targetSpan: fields?.get('integration')?.span,
        integration: integration?.logicalId,
        authorizationType: reader?.display('authorization_type'),
        authorizer: reader?.string('authorizer_key'),
      }),
      ...(fields && routeSettings(fields, resources)),
      routeResponseKeys: (fields?.inside('route_response') ?? [])
        .map(readerOf)
        .filter((response) => response.boolean('create'))
        .map((response) => response.string('route_response_key') ?? '$default'),
      properties: fields ? writtenProperties(fields) : {},
    },
    integration,
  };
}

function keyText(name: string, routes: Fields): Text | undefined {
  const key = routes.get(name)?.key;
  return key && placedText(key);
}

/** The module's default type is AWS_PROXY. */
function readIntegration(
  fields: Fields,
  logicalId: string,
  span: Integration['span'],
  resources: Resources,
): Integration {
  const type = readerOf(fields).string('type') ?? 'AWS_PROXY';
  return {
    logicalId,
    span,
    ...integrationSettings(fields, type, { type: 'type', uri: 'uri' }, resources),
    responses: fields
      .inside('response')
      .map((response) => readIntegrationResponse({ span, fields: response })),
    properties: writtenProperties(fields, integrationNames),
  };
}

function authorizersOf(fields: Fields, api: Instance, resources: Resources): Api['authorizers'] {
  return fields.inside('authorizers').flatMap((map) =>
    map.names().flatMap((name) =>
      map.inside(name).map((one) => {
        const reader = readerOf(one);
        const texts = reader.texts('identity_sources');
        return {
          logicalId: name,
          span: map.get(name)?.span ?? api.span,
          target: lambdaTarget(one.get('authorizer_uri'), resources),
          identitySource: (texts ?? []).map(({ value }) => value),
          ...written({
            name: reader.display('name') ?? name,
            identitySourceTexts: texts,
            authorizerType: reader.string('authorizer_type'),
            credentials: reader.display('authorizer_credentials_arn'),
          }),
          properties: writtenProperties(one),
        };
      }),
    ),
  );
}

/** The module deploys by itself, to `$default` unless told. */
function stageOf({ fields, nameSpan }: Instance): Api['stages'][number] {
  const field = fields.get('stage_name');
  const reader = readerOf(fields);
  const [logs] = fields.inside('stage_access_log_settings');
  return {
    ...(field ? stageName(field) : { name: '$default', implied: true }),
    span: field?.span ?? nameSpan,
    variables: reader.strings('stage_variables') ?? {},
    autoDeploy: reader.boolean('deploy_stage') ?? true,
    ...written({ accessLogDestination: logs && displayedText(readerOf(logs).value('destination_arn')) }),
  };
}
