import * as l10n from '@vscode/l10n';
import type { Problem } from '../../problem.ts';
import { isNull, outerOf, type Node } from '../../syntax/node.ts';
import { referencesOf } from './display.ts';
import { keep } from './kept.ts';
import { resourceNamed, samResources, sectionEntry } from './lookups.ts';
import { stackOf } from './nesting.ts';
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

/** Problems of the parts of APIs: names of resources that the file does not define, and values that cannot be. */
export function partProblems(template: Template): Problem[] {
  if (template.isPart) return [];
  return Object.keys(naming).flatMap((type) =>
    resourcesOf(template, type).flatMap((resource) =>
      // A nested template says what it does not know where it is written.
      stackOf(resource.logicalId) === '' ? keep(resource, template, problemsIn) : [],
    ),
  );
}

function problemsIn(resource: Resource, template: Template): Problem[] {
  const properties = propertiesOf(resource.properties, template);
  const unknown = (naming[resource.type] ?? []).flatMap((name) =>
    unknownIn(resource, name, properties.node(name), template),
  );
  return [...unknown, ...nullsIn(resource)];
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html */
function nullsIn({ logicalId, properties }: Resource): Problem[] {
  const entries = properties?.kind === 'map' ? properties.entries : [];
  return entries.flatMap(({ key, value }) =>
    isNull(value)
      ? [
          {
            message: l10n.t(
              '{0} of "{1}" is null, which CloudFormation refuses; give it a value, or leave it out.',
              key.value,
              logicalId,
            ),
            span: outerOf(value),
          },
        ]
      : [],
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
  const message = l10n.t(
    '{0} of "{1}" names "{2}", which this file does not define.',
    property,
    logicalId,
    unknown.name,
  );
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
