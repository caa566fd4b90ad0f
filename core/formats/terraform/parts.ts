import type { ApiMapping, Authorizer, Model, RouteResponse } from '../../api.ts';
import { written } from '../written.ts';
import type { Instance } from './instances.ts';
import { readerOf } from './reader.ts';
import type { Resources } from './resources.ts';
import { partOf } from './routes.ts';
import { lambdaTarget } from './targets.ts';
import { shownOf, displayOf } from './value.ts';
import { writtenProperties } from './written-properties.ts';

/** The authorizer that an `aws_apigatewayv2_authorizer` defines. */
export function readAuthorizer({ logicalId, span, fields }: Instance, resources: Resources): Authorizer {
  const reader = readerOf(fields);
  const sources = reader.value('identity_sources');
  return {
    logicalId,
    span,
    target: lambdaTarget(fields.get('authorizer_uri'), resources),
    identitySource: sources?.kind === 'list' ? sources.items.flatMap((item) => shownOf(item) ?? []) : [],
    ...written({
      name: reader.display('name'),
      identitySourceTexts: reader.texts('identity_sources'),
      authorizerType: reader.string('authorizer_type'),
      credentials: reader.display('authorizer_credentials_arn'),
    }),
    properties: writtenProperties(fields),
  };
}

/** The model that an `aws_apigatewayv2_model` defines. */
export function readModel({ logicalId, span, fields }: Instance): Model {
  const reader = readerOf(fields);
  return {
    logicalId,
    span,
    name: reader.display('name') ?? logicalId,
    schema: shownOf(reader.value('schema')) ?? '{}',
    properties: writtenProperties(fields),
  };
}

/** The response that an `aws_apigatewayv2_route_response` defines. */
export function readRouteResponse(
  { logicalId, span, fields }: Instance,
  resources: Resources,
): RouteResponse {
  const reader = readerOf(fields);
  return {
    logicalId,
    span,
    ...written({
      route: partOf('aws_apigatewayv2_route', reader.references('route_id'), resources),
      routeResponseKey: reader.text('route_response_key'),
    }),
    properties: writtenProperties(fields),
  };
}

/** The path of a domain that an `aws_apigatewayv2_api_mapping` gives to a stage. */
export function readMapping({ logicalId, span, fields }: Instance, resources: Resources): ApiMapping {
  const reader = readerOf(fields);
  const domainName = domainOf(fields, resources);
  return {
    logicalId,
    span,
    ...written({
      domainName,
      stage: resources.find(reader.references('stage'))?.logicalId ?? reader.display('stage'),
      apiMappingKey: reader.text('api_mapping_key'),
      sharedWithHttp: isShared(domainName, resources),
    }),
  };
}

function domainOf(fields: Instance['fields'], resources: Resources): string | undefined {
  const reader = readerOf(fields);
  const domain = resources.find(reader.references('domain_name'));
  return (domain && readerOf(domain.fields).display('domain_name')) ?? displayOf(reader.value('domain_name'));
}

/** Whether an HTTP or REST API has the domain as well. */
function isShared(domainName: string | undefined, resources: Resources): true | undefined {
  if (domainName === undefined) return undefined;
  const isHttp = ({ fields }: Instance) => {
    const api = resources.find(readerOf(fields).references('api_id'));
    return api !== undefined && readerOf(api.fields).string('protocol_type') === 'HTTP';
  };
  const others = [
    ...resources.ofType('aws_apigatewayv2_api_mapping').filter(isHttp),
    ...resources.ofType('aws_api_gateway_base_path_mapping'),
  ];
  return others.some(({ fields }) => domainOf(fields, resources) === domainName) || undefined;
}
