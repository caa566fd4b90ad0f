import type { Stage } from '../../api.ts';
import { entryOf } from '../../syntax/node.ts';
import { callOf } from './intrinsics.ts';
import { placedDisplay } from './display.ts';
import { partProperties } from './part-properties.ts';
import { propertiesOf, type Properties } from './properties.ts';
import { defaultOf, sourceOf } from './resolve.ts';
import type { Resource, Template } from './template.ts';
import { written } from '../written.ts';
import { writtenKeys } from './written-pairs.ts';

/** The stage that an `AWS::ApiGatewayV2::Stage` defines. */
export function readStage(resource: Resource, template: Template): Stage {
  const properties = propertiesOf(resource.properties, template);
  return {
    ...stageName(resource, template),
    span: resource.span,
    ...stageSettings(properties, template),
    ...written({
      autoDeploy: properties.boolean('AutoDeploy'),
      deployment: properties.reference('DeploymentId') ?? properties.string('DeploymentId'),
    }),
    properties: partProperties([resource.properties], template),
  };
}

/** The settings that stages of `AWS::ApiGatewayV2` and of SAM share. */
export function stageSettings(
  properties: Properties,
  template: Template,
): Pick<Stage, 'variables'> & Partial<Stage> {
  return {
    variables: properties.strings('StageVariables') ?? {},
    ...written({
      routeSettings: properties.values('RouteSettings'),
      routeSettingKeys: writtenKeys(properties.node('RouteSettings')),
      accessLogDestination: placedDisplay(
        properties.inside('AccessLogSettings').node('DestinationArn'),
        template,
      ),
    }),
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
