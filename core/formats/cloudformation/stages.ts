import type { Stage } from '../../api.ts';
import { entryOf } from '../../syntax/node.ts';
import { callOf } from './intrinsics.ts';
import { propertiesOf } from './properties.ts';
import { defaultOf, sourceOf } from './resolve.ts';
import type { Resource, Template } from './template.ts';
import { written } from '../written.ts';

/** The stage that an `AWS::ApiGatewayV2::Stage` defines. */
export function readStage(resource: Resource, template: Template): Stage {
  const properties = propertiesOf(resource.properties, template);
  return {
    ...stageName(resource, template),
    span: resource.span,
    variables: properties.strings('StageVariables') ?? {},
    ...written({ routeSettings: properties.values('RouteSettings') }),
  };
}

/** The name in `StageName`, and the parameter that gives it; an empty name where there is none. */
export function stageName(resource: Resource, template: Template): Pick<Stage, 'name' | 'ref'> {
  const node = entryOf(resource.properties, 'StageName')?.value;
  const name = propertiesOf(resource.properties, template).string('StageName');
  const call = callOf(node);
  const parameter = call?.name === 'Ref' && call.argument.kind === 'scalar' ? call.argument.value : undefined;
  const ref = parameter !== undefined && defaultOf(parameter, template) ? parameter : undefined;
  return { name: name ?? (node ? sourceOf(node, template) : ''), ...written({ ref }) };
}
