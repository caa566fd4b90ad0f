import type { Integration, IntegrationResponse, IntegrationType, Route, RouteResponse } from '../../api.ts';
import { written } from '../written.ts';
import {
  displayIn,
  memberOf,
  numberIn,
  pairsIn,
  type Part,
  propertiesOf,
  referenceIn,
  referenceOf,
  stringsIn,
  switchIn,
  textIn,
} from './part.ts';
import { integrationTarget } from './targets.ts';

const integrationTypes: Readonly<Record<string, IntegrationType>> = {
  MOCK: 'MOCK',
  AWS_PROXY: 'AWS_PROXY',
  AWS: 'AWS',
  HTTP_PROXY: 'HTTP_PROXY',
  HTTP: 'HTTP',
};

/** The route that `create-route` makes, with the keys of the responses that are made for it. */
export function readRoute(part: Part, parts: readonly Part[]): Route {
  const target = part.options.get('Target')?.given;
  const named =
    target?.kind === 'text' ? referenceOf(target.display.replace(/^integrations\//, '')) : undefined;
  const routeKey = textIn(part, 'RouteKey');
  const parameters = part.options.get('RequestParameters')?.given;
  return {
    logicalId: part.id,
    span: part.span,
    ...written({
      routeKey,
      routeKeyRaw: routeKey ? undefined : displayIn(part, 'RouteKey'),
      targetSpan: target?.span,
      // An integration with an id that is written out was made elsewhere.
      integration: parts.find(({ kind, id }) => kind === 'integration' && id === named)?.id,
      authorizationType: displayIn(part, 'AuthorizationType'),
      authorizer: referenceIn(part, 'AuthorizerId'),
      apiKeyRequired: switchIn(part, 'ApiKeyRequired'),
      operationName: displayIn(part, 'OperationName'),
      modelSelectionExpression: textIn(part, 'ModelSelectionExpression'),
      requestModels: stringsIn(part.options.get('RequestModels')?.given),
      requestParameters:
        parameters?.kind === 'map'
          ? Object.fromEntries(
              parameters.entries.map(({ key, value }) => [
                key.value,
                isRequired(memberOf(value, 'Required')),
              ]),
            )
          : undefined,
      routeResponseSelectionExpression: textIn(part, 'RouteResponseSelectionExpression'),
    }),
    routeResponseKeys: parts
      .filter((one) => one.kind === 'route-response' && referenceIn(one, 'RouteId') === part.id)
      .map((one) => displayIn(one, 'RouteResponseKey') ?? ''),
    properties: propertiesOf(part),
  };
}

function isRequired(given: ReturnType<typeof memberOf>): boolean {
  return given?.kind === 'text' && given.display.toLowerCase() === 'true';
}

/** The response that `create-route-response` makes. */
export function readRouteResponse(part: Part): RouteResponse {
  return {
    logicalId: part.id,
    span: part.span,
    ...written({ route: referenceIn(part, 'RouteId'), routeResponseKey: textIn(part, 'RouteResponseKey') }),
    properties: propertiesOf(part),
  };
}

/** The integration that `create-integration` makes, with its responses. */
export function readIntegration(part: Part, parts: readonly Part[]): Integration {
  const type = displayIn(part, 'IntegrationType');
  const uri = part.options.get('IntegrationUri')?.given;
  const integrationUri = displayIn(part, 'IntegrationUri');
  const requestTemplates = stringsIn(part.options.get('RequestTemplates')?.given) ?? {};
  const functions = parts.filter(({ kind }) => kind === 'function');
  return {
    logicalId: part.id,
    integrationType: integrationTypes[type ?? ''] ?? 'unknown',
    span: part.span,
    target: integrationTarget(type, integrationUri, requestTemplates, functions),
    ...written({
      uriSpan: uri?.span,
      integrationUri,
      credentials: referenceIn(part, 'CredentialsArn'),
      timeoutInMillis: numberIn(part, 'TimeoutInMillis'),
      passthroughBehavior: displayIn(part, 'PassthroughBehavior'),
      contentHandlingStrategy: displayIn(part, 'ContentHandlingStrategy'),
      templateSelectionExpression: textIn(part, 'TemplateSelectionExpression'),
      parameterMappings: pairsIn(part, 'RequestParameters'),
      templates: pairsIn(part, 'RequestTemplates'),
    }),
    requestTemplates,
    requestParameters: stringsIn(part.options.get('RequestParameters')?.given) ?? {},
    responses: parts
      .filter((one) => one.kind === 'integration-response' && referenceIn(one, 'IntegrationId') === part.id)
      .map(readIntegrationResponse),
    properties: propertiesOf(part),
  };
}

function readIntegrationResponse(part: Part): IntegrationResponse {
  return {
    integrationResponseKey: displayIn(part, 'IntegrationResponseKey') ?? '',
    span: part.span,
    ...written({
      templateSelectionExpression: textIn(part, 'TemplateSelectionExpression'),
      templates: pairsIn(part, 'ResponseTemplates'),
      parameterMappings: pairsIn(part, 'ResponseParameters'),
    }),
    responseTemplates: stringsIn(part.options.get('ResponseTemplates')?.given) ?? {},
    properties: propertiesOf(part),
  };
}
