import { valueAt } from '../../syntax/node.ts';
import type { Resource, Template } from './template.ts';
import { propertiesOf } from './properties.ts';

/**
 * The path of the construct that a resource was made of, which the CDK notes in its templates.
 * https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html
 */
export function constructPathOf({ node }: Resource, template: Template): string | undefined {
  return propertiesOf(valueAt(node, 'Metadata'), template).string('aws:cdk:path');
}
