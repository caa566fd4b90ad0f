import { entryOf } from '../../syntax/node.ts';
import { keep } from './kept.ts';
import { propertiesOf } from './properties.ts';
import { holds } from './resolve.ts';
import type { Resource, Template } from './template.ts';

/** The resources of a type, without those whose condition is false by the parameters' defaults. */
export function resourcesOf(template: Template, type: string): readonly Resource[] {
  const known = template.lookups?.made.get(type);
  if (known) return known;
  const found = (template.resourcesByType.get(type) ?? []).filter(({ node }) => {
    const condition = entryOf(node, 'Condition')?.value;
    return condition?.kind !== 'scalar' || holds(condition.value, template) !== false;
  });
  template.lookups?.made.set(type, found);
  return found;
}

/** The resources of a type by the logical id that `nameIn` finds in them. */
export function resourcesBy(
  nameIn: (resource: Resource, template: Template) => string,
  template: Template,
  type: string,
): ReadonlyMap<string, readonly Resource[]> {
  const found = new Map<string, Resource[]>();
  for (const resource of resourcesOf(template, type)) {
    const named = keep(resource, template, nameIn);
    const others = found.get(named);
    if (others) others.push(resource);
    else found.set(named, [resource]);
  }
  return found;
}

/** The route that a RouteResponse names. */
export function routeNamed({ properties }: Resource, template: Template): string {
  return propertiesOf(properties, template).reference('RouteId') ?? '';
}

/** The integration that an IntegrationResponse names. */
export function integrationNamed({ properties }: Resource, template: Template): string {
  return propertiesOf(properties, template).reference('IntegrationId') ?? '';
}

/** The API that a part names in its `ApiId`; empty where nothing is written yet. */
export function apiNamed({ properties }: Resource, template: Template): string {
  const read = propertiesOf(properties, template);
  const text = read.string('ApiId');
  // A text is no logical id, even if it looks like one.
  return read.reference('ApiId') ?? (text ? `"${text}"` : '');
}

/** Whether an `AWS::ApiGatewayV2::Api` is a WebSocket API; one without a protocol is by its expression. */
export function isWebSocket(api: Resource, template: Template): boolean {
  const properties = propertiesOf(api.properties, template);
  const protocol = properties.string('ProtocolType');
  return protocol ? protocol !== 'HTTP' : properties.node('RouteSelectionExpression') !== undefined;
}
