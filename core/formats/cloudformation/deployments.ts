import type { Deployment } from '../../api.ts';
import { valueAt } from '../../syntax/node.ts';
import { referencesOf } from './display.ts';
import { nestedIn } from './lookups.ts';
import { partProperties } from './part-properties.ts';
import type { Resource, Template } from './template.ts';
import { writtenTexts } from './written-pairs.ts';

/** The deployment that an `AWS::ApiGatewayV2::Deployment` defines; it waits for what it refers to as well. */
export function readDeployment(resource: Resource, template: Template): Deployment {
  const { logicalId, span, properties } = resource;
  const named = (writtenTexts(valueAt(resource.node, 'DependsOn'), template) ?? []).flatMap(({ value }) => [
    value,
    ...nestedIn(value, template),
  ]);
  const entries = properties?.kind === 'map' ? properties.entries : [];
  const referred = entries.flatMap(({ value }) => referencesOf(value, template));
  return {
    logicalId,
    span,
    dependsOn: [...new Set([...named, ...referred.map(({ name }) => name)])],
    properties: partProperties([properties], template),
  };
}
