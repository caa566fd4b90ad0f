import type { Route, RouteResponse } from '../../api.ts';
import { written } from '../written.ts';
import type { Fields } from './fields.ts';
import type { Instance } from './instances.ts';
import { readerOf, type Reader } from './reader.ts';
import type { Resources } from './resources.ts';
import { displayOf, stringOf, type Reference } from './value.ts';
import { writtenProperties } from './written-properties.ts';

/** The route that an `aws_apigatewayv2_route` defines. */
export function readRoute(
  { logicalId, span, fields }: Instance,
  responses: readonly RouteResponse[],
  resources: Resources,
): Route {
  const reader = readerOf(fields);
  const routeKey = reader.text('route_key');
  return {
    logicalId,
    span,
    ...written({
      routeKey,
      routeKeyRaw: routeKey ? undefined : reader.display('route_key'),
      targetSpan: reader.span('target'),
      integration: partOf('aws_apigatewayv2_integration', reader.references('target'), resources),
      authorizationType: reader.display('authorization_type'),
      authorizer: partOf('aws_apigatewayv2_authorizer', reader.references('authorizer_id'), resources),
    }),
    ...routeSettings(fields, resources),
    routeResponseKeys: responses.map(({ routeResponseKey }) => routeResponseKey?.value ?? ''),
    properties: writtenProperties(fields),
  };
}

/** The settings that routes of resources and of the community's module share. */
export function routeSettings(fields: Fields, resources: Resources): Partial<Route> {
  const reader = readerOf(fields);
  return written({
    apiKeyRequired: reader.boolean('api_key_required'),
    operationName: reader.string('operation_name'),
    modelSelectionExpression: reader.text('model_selection_expression'),
    requestModels: modelNames(reader, resources),
    requestParameters: requiredParameters(fields),
    routeResponseSelectionExpression: reader.text('route_response_selection_expression'),
  });
}

/** The logical id of the first reference to a part of that type, there or not. */
export function partOf(
  type: string,
  references: readonly Reference[],
  resources: Resources,
): string | undefined {
  const known = resources.find(references, type);
  const [, name] = references.find(({ path }) => path[0] === type)?.path ?? [];
  return known?.logicalId ?? name;
}

/** Models by the key that selects them; a model of these files has its name. */
function modelNames(reader: Reader, resources: Resources): Record<string, string> | undefined {
  const models = reader.value('request_models');
  if (models?.kind !== 'map') return undefined;
  return Object.fromEntries(
    models.entries.map(({ key, value }) => {
      const model = value.kind === 'reference' ? resources.find([value]) : undefined;
      const name = model && readerOf(model.fields).string('name');
      return [stringOf(key) ?? '', name ?? displayOf(value) ?? ''];
    }),
  );
}

/** Source parameters, and whether a handshake without them is refused. */
function requiredParameters(fields: Fields): Record<string, boolean> | undefined {
  const parameters = fields.inside('request_parameter').map(readerOf);
  if (parameters.length === 0) return undefined;
  return Object.fromEntries(
    parameters.map((one) => [one.string('request_parameter_key') ?? '', one.boolean('required') ?? false]),
  );
}
