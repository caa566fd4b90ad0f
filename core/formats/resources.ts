import { valueAt } from '../syntax/node.ts';
import { propertiesOf } from './properties.ts';
import { holds } from './resolve.ts';
import type { Resource, Template } from './template.ts';

/** The resources of a type, without those whose condition is false by the parameters' defaults. */
export function resourcesOf(template: Template, type: string): Resource[] {
  return [...template.resources.values()].filter((resource) => {
    if (resource.type !== type) return false;
    const condition = valueAt(resource.node, 'Condition');
    return condition?.kind !== 'scalar' || holds(condition.value, template) !== false;
  });
}

/** Whether a resource names the API in its `ApiId`; where nothing is written yet, the file's only API is meant. */
export function belongsTo(resource: Resource, api: Resource, template: Template): boolean {
  const properties = propertiesOf(resource.properties, template);
  const reference = properties.reference('ApiId');
  if (reference !== undefined) return reference === api.logicalId;
  return !properties.string('ApiId') && resourcesOf(template, api.type).length === 1;
}
