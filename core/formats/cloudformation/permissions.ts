import type { Permission } from '../../api.ts';
import { written } from '../written.ts';
import { textWithReferences } from './display.ts';
import { keep } from './kept.ts';
import { partProperties } from './part-properties.ts';
import { propertiesOf } from './properties.ts';
import { resourcesOf } from './resources.ts';
import { lambdaTarget } from './targets.ts';
import type { Resource, Template } from './template.ts';

/** Who may call the template's functions, as far as that can be API Gateway. */
export function readPermissions(template: Template): Permission[] {
  return resourcesOf(template, 'AWS::Lambda::Permission')
    .map((resource) => keep(resource, template, readPermission))
    .filter(({ principal }) => principal === undefined || /apigateway|^\*$/.test(principal));
}

function readPermission({ logicalId, span, properties: map }: Resource, template: Template): Permission {
  const properties = propertiesOf(map, template);
  const target = lambdaTarget(properties.node('FunctionName'), template);
  return {
    logicalId,
    span,
    ...written({
      function: target.kind === 'lambda' ? target.ref : undefined,
      principal: properties.string('Principal'),
      sourceArn: textWithReferences(properties.node('SourceArn'), template),
    }),
    properties: partProperties([map], template),
  };
}
