import type { LambdaFunction } from '../../api.ts';
import { joinPath } from '../../paths.ts';
import { valueAt, type Node } from '../../syntax/node.ts';
import type { Reference } from './intrinsics.ts';
import { keep } from './kept.ts';
import { sectionEntry } from './lookups.ts';
import { partProperties } from './part-properties.ts';
import { pseudoParameters } from './pseudo-parameters.ts';
import { layered, propertiesOf, type Properties } from './properties.ts';
import { piecesOf } from './resolve.ts';
import { functionTypes, isFunction } from './targets.ts';
import type { Resource, Template } from './template.ts';
import { written } from '../written.ts';

/** The Lambda functions of a template, SAM's `Globals` applied. */
export function readFunctions(template: Template): LambdaFunction[] {
  const resources = functionTypes.flatMap((type) => template.resourcesByType.get(type) ?? []);
  return resources.map((resource) => keep(resource, template, readFunction));
}

function readFunction(resource: Resource, template: Template): LambdaFunction {
  const globals = propertiesOf(sectionEntry('Globals', 'Function', template), template);
  const isSam = resource.type === 'AWS::Serverless::Function';
  const own = propertiesOf(resource.properties, template);
  const properties = isSam ? layered(own, globals) : own;
  const inlineCode = isSam ? own.string('InlineCode') : own.inside('Code').string('ZipFile');
  const code = inlineCode === undefined ? codeOf(resource, properties, template) : undefined;
  const isRemote = code?.startsWith('s3://') ?? false;
  return {
    logicalId: resource.logicalId,
    span: resource.span,
    ...written({
      handler: properties.text('Handler'),
      runtime: properties.string('Runtime'),
      codeUri: isRemote || code?.includes('${') ? undefined : code,
      remoteCodeUri: isRemote ? code : undefined,
      inlineCode,
      timeoutInSeconds: properties.number('Timeout'),
      memoryInMegabytes: properties.number('MemorySize'),
    }),
    environment: {
      ...(isSam && environmentOf(globals, template)),
      ...environmentOf(own, template),
    },
    properties: partProperties(
      [isSam ? sectionEntry('Globals', 'Function', template) : undefined, resource.properties],
      template,
    ),
  };
}

/** Where the code is: for SAM, as `aws cloudformation package` finds it, or as the CDK notes it beside its output. */
function codeOf(resource: Resource, properties: Properties, template: Template): string | undefined {
  const metadata = propertiesOf(valueAt(resource.node, 'Metadata'), template);
  const code =
    resource.type === 'AWS::Serverless::Function'
      ? properties.string('CodeUri')
      : (properties.string('Code') ?? metadata.string('aws:asset:path'));
  const isOfOtherFolder = resource.folder !== undefined && resource.folder !== '.' && !code?.includes(':');
  return code !== undefined && isOfOtherFolder ? joinPath(resource.folder ?? '', code) : code;
}

function environmentOf(properties: Properties, template: Template): Record<string, string> {
  const variables = properties.inside('Environment').node('Variables');
  if (variables?.kind !== 'map') return {};
  const known = variables.entries.map(({ key, value }) => [key.value, localText(value, template)]);
  return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}

/** A value as a local run sees it. */
function localText(node: Node, template: Template): string | undefined {
  return piecesOf(node, template)
    ?.map((piece) => (typeof piece === 'string' ? piece : localValue(piece, template)))
    .join('');
}

function localValue({ name, attribute }: Reference, template: Template): string {
  const pseudo = pseudoParameters[name];
  if (pseudo !== undefined) return pseudo;
  if (attribute === 'Arn' && isFunction(name, template)) {
    return `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
  }
  if (sectionEntry('Parameters', name, template)) return '';
  return attribute === undefined ? name : `${name}.${attribute}`;
}
