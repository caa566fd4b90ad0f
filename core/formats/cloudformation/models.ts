import type { Model } from '../../api.ts';
import { displayOf } from './display.ts';
import { jsonOf } from './json-of.ts';
import { partProperties } from './part-properties.ts';
import { propertiesOf } from './properties.ts';
import { sourceOf } from './resolve.ts';
import type { Resource, Template } from './template.ts';

/** The model that an `AWS::ApiGatewayV2::Model` defines. */
export function readModel(resource: Resource, template: Template): Model {
  const { logicalId, span, properties: map } = resource;
  const properties = propertiesOf(map, template);
  const name = properties.node('Name');
  const schema = properties.node('Schema');
  return {
    logicalId,
    span,
    name: properties.string('Name') ?? (name ? sourceOf(name, template) : logicalId),
    schema:
      properties.string('Schema') ??
      (schema ? jsonOf(schema, (call) => displayOf(call, template) ?? '') : '{}'),
    properties: partProperties([map], template),
  };
}
