import { valueAt } from '../../syntax/node.ts';
import { propertiesOf } from './properties.ts';
import { holds } from './resolve.ts';
import type { Resource, Template } from './template.ts';

/** The resources of a type, without those whose condition is false by the parameters' defaults. */
export function resourcesOf(template: Template, type: string): readonly Resource[] {
  return (template.resourcesByType.get(type) ?? []).filter((resource) => {
    const condition = valueAt(resource.node, 'Condition');
    return condition?.kind !== 'scalar' || holds(condition.value, template) !== false;
  });
}

/** The resources of a type by the logical id that one of their properties names. */
export function resourcesBy(
  property: string,
  template: Template,
  type: string,
): ReadonlyMap<string, readonly Resource[]> {
  const found = new Map<string, Resource[]>();
  for (const resource of resourcesOf(template, type)) {
    const named = propertiesOf(resource.properties, template).reference(property) ?? '';
    found.set(named, [...(found.get(named) ?? []), resource]);
  }
  return found;
}

/** Whether a resource names the API in its `ApiId`; where nothing is written yet, the file's only API is meant. */
export function belongsTo(resource: Resource, api: Resource, template: Template): boolean {
  const properties = propertiesOf(resource.properties, template);
  const reference = properties.reference('ApiId');
  if (reference !== undefined) return reference === api.logicalId;
  return !properties.string('ApiId') && resourcesOf(template, api.type).length === 1;
}

/** Whether an `AWS::ApiGatewayV2::Api` is a WebSocket API; one without a protocol is by its expression. */
export function isWebSocket(api: Resource, template: Template): boolean {
  const properties = propertiesOf(api.properties, template);
  const protocol = properties.string('ProtocolType');
  return protocol ? protocol !== 'HTTP' : properties.node('RouteSelectionExpression') !== undefined;
}
