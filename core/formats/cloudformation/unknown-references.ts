import type { Problem } from '../../problem.ts';
import { entryOf, outerOf, type Node } from '../../syntax/node.ts';
import { referencesOf } from './display.ts';
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
  return Object.entries(naming).flatMap(([type, names]) =>
    resourcesOf(template, type).flatMap((resource) => {
      const properties = propertiesOf(resource.properties, template);
      return names.flatMap((name) => unknownIn(resource, name, properties.node(name), template));
    }),
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
    template.resources.has(name) ||
    entryOf(template.sections.get('Parameters'), name) !== undefined ||
    isMadeBySam(name, template)
  );
}

/** SAM makes resources whose names begin with that of the resource that they are made for. */
function isMadeBySam(name: string, template: Template): boolean {
  if (!template.isSam) return false;
  return [...template.resources.values()].some(
    ({ logicalId, type }) => type.startsWith('AWS::Serverless::') && name.startsWith(logicalId),
  );
}
