import type { Problem } from '../../problem.ts';
import { outerOf, type Node } from '../../syntax/node.ts';
import { referencesOf } from './display.ts';
import { keep } from './kept.ts';
import { resourceNamed, samResources, sectionEntry } from './lookups.ts';
import { propertiesOf } from './properties.ts';
import { resourcesOf } from './resources.ts';
import type { Resource, Template } from './template.ts';

/** By type, the properties that name other parts of an API. */
const naming: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGatewayV2::Route': ['ApiId', 'Target', 'AuthorizerId'],
  'AWS::ApiGatewayV2::Integration': ['ApiId', 'IntegrationUri'],
  'AWS::ApiGatewayV2::IntegrationResponse': ['ApiId', 'IntegrationId'],
  'AWS::ApiGatewayV2::RouteResponse': ['ApiId', 'RouteId'],
  'AWS::ApiGatewayV2::Authorizer': ['ApiId', 'AuthorizerUri'],
  'AWS::ApiGatewayV2::Model': ['ApiId'],
  'AWS::ApiGatewayV2::Stage': ['ApiId'],
};

/** Problems for names of resources that the file does not define. */
export function unknownReferences(template: Template): Problem[] {
  return Object.keys(naming).flatMap((type) =>
    resourcesOf(template, type).flatMap((resource) => keep(resource, template, unknownNames)),
  );
}

function unknownNames(resource: Resource, template: Template): Problem[] {
  const properties = propertiesOf(resource.properties, template);
  return (naming[resource.type] ?? []).flatMap((name) =>
    unknownIn(resource, name, properties.node(name), template),
  );
}

/** The problem of a value that names what the file does not define. */
export function unknownIn(
  { logicalId }: Resource,
  property: string,
  node: Node | undefined,
  template: Template,
): Problem[] {
  const unknown = node && referencesOf(node, template).find(({ name }) => !isKnown(name, template));
  if (!unknown) return [];
  const message = `${property} of "${logicalId}" names "${unknown.name}", which this file does not define.`;
  return [{ message, span: outerOf(node) }];
}

function isKnown(name: string, template: Template): boolean {
  return (
    // Pseudo parameters, stage variables in a URI, and functions like `Fn::ImportValue`, which stand as their source.
    !/^\w+$/.test(name) ||
    resourceNamed(name, template) !== undefined ||
    sectionEntry('Parameters', name, template) !== undefined ||
    isMadeBySam(name, template)
  );
}

/** SAM makes resources whose names begin with that of the resource that they are made for. */
function isMadeBySam(name: string, template: Template): boolean {
  return samResources(template).some((logicalId) => name.startsWith(logicalId));
}
