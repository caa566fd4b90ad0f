import type { Route } from '../../api.ts';
import { outerOf, type Node } from '../../syntax/node.ts';
import { constructPathOf } from './construct-path.ts';
import { displayOf, referencesOf } from './display.ts';
import { keep } from './kept.ts';
import { resourceNamed } from './lookups.ts';
import { partProperties } from './part-properties.ts';
import { propertiesOf, type Properties } from './properties.ts';
import { sourceOf } from './resolve.ts';
import type { Resource, Template } from './template.ts';
import { written } from '../written.ts';

/** The route that an `AWS::ApiGatewayV2::Route` defines, without the keys of its responses. */
export function readRoute(resource: Resource, template: Template): Route {
  const { logicalId, span } = resource;
  const properties = propertiesOf(resource.properties, template);
  const key = properties.node('RouteKey');
  // A key with a variable in it that only AWS knows is no key that a message can be compared with.
  const routeKey = properties.string('RouteKey') === undefined ? undefined : properties.text('RouteKey');
  const target = properties.node('Target');
  const integration = referencesOf(target, template).at(-1)?.name;
  return {
    logicalId,
    span,
    ...written({
      routeKey,
      routeKeyRaw: key && !routeKey ? sourceOf(key, template) : undefined,
      targetSpan: target && outerOf(target),
      integration,
      authorizationType: properties.string('AuthorizationType'),
      authorizer: properties.reference('AuthorizerId'),
      constructPath: constructPathOf(resource, template),
    }),
    ...routeSettings(properties, template),
    properties: partProperties([resource.properties], template),
    routeResponseKeys: [],
  };
}

/** The properties that routes of `AWS::ApiGatewayV2` and of SAM share. */
export function routeSettings(properties: Properties, template: Template): Partial<Route> {
  return written({
    apiKeyRequired: properties.boolean('ApiKeyRequired'),
    operationName: properties.string('OperationName'),
    modelSelectionExpression: properties.text('ModelSelectionExpression'),
    requestModels: modelNames(properties.node('RequestModels'), template),
    requestParameters: requiredParameters(properties),
    routeResponseSelectionExpression: properties.text('RouteResponseSelectionExpression'),
  });
}

/** Models by the key that selects them; a model of this file has its name. */
function modelNames(models: Node | undefined, template: Template): Record<string, string> | undefined {
  if (models?.kind !== 'map') return undefined;
  return Object.fromEntries(
    models.entries.map(({ key, value }) => {
      const [reference] = referencesOf(value, template);
      const model = reference && resourceNamed(reference.name, template);
      const name = model && propertiesOf(model.properties, template).string('Name');
      return [key.value, name ?? displayOf(value, template) ?? sourceOf(value, template)];
    }),
  );
}

/** The keys of RouteResponses. */
export function responseKeysOf(responses: readonly Resource[] | undefined, template: Template): string[] {
  return (responses ?? []).map((response) => keep(response, template, responseKey));
}

function responseKey({ properties }: Resource, template: Template): string {
  return propertiesOf(properties, template).string('RouteResponseKey') ?? '';
}

/** Source parameters, and whether a handshake without them is refused. */
function requiredParameters(properties: Properties): Record<string, boolean> | undefined {
  const parameters = properties.node('RequestParameters');
  if (parameters?.kind !== 'map') return undefined;
  const inside = properties.inside('RequestParameters');
  return Object.fromEntries(
    parameters.entries.map(({ key: { value } }) => [
      value,
      inside.inside(value).boolean('Required') ?? false,
    ]),
  );
}
