import type { Target } from '../../api.ts';
import type { Node } from '../../syntax/node.ts';
import { uriTarget } from '../uri-target.ts';
import { displayOf, referencesOf } from './display.ts';
import { resourceNamed } from './lookups.ts';
import { piecesOf, sourceOf } from './resolve.ts';
import { propertiesOf } from './properties.ts';
import type { Template } from './template.ts';

/** The types of resources that are Lambda functions. */
export const functionTypes: readonly string[] = ['AWS::Serverless::Function', 'AWS::Lambda::Function'];

const pointerTypes = new Set(['AWS::Lambda::Alias', 'AWS::Lambda::Version']);

/** Whether the logical id is that of a Lambda function. */
export function isFunction(logicalId: string, template: Template): boolean {
  return functionTypes.includes(resourceNamed(logicalId, template)?.type ?? '');
}

/** The function that a value names by `Ref`, `Fn::GetAtt`, or inside an ARN, also through an alias or version. */
function functionIn(node: Node | undefined, template: Template, depth = 0): string | undefined {
  for (const { name } of referencesOf(node, template)) {
    if (isFunction(name, template)) return name;
    const aliased = aliasedFunction(name, template);
    if (aliased !== undefined) return aliased;
    const resource = resourceNamed(name, template);
    if (resource && pointerTypes.has(resource.type) && depth < 5) {
      return functionIn(
        propertiesOf(resource.properties, template).node('FunctionName'),
        template,
        depth + 1,
      );
    }
  }
  return undefined;
}

/** SAM makes `HandlerAliaslive` of a function `Handler` with `AutoPublishAlias: live`. */
function aliasedFunction(name: string, template: Template): string | undefined {
  const [, logicalId = '', alias] = /^(.+)Alias([^]*)$/.exec(name) ?? [];
  const properties = propertiesOf(resourceNamed(logicalId, template)?.properties, template);
  return alias && properties.string('AutoPublishAlias') === alias ? logicalId : undefined;
}

/** The function that a value names, in this file or by an ARN. */
export function lambdaTarget(node: Node | undefined, template: Template): Target {
  const ref = functionIn(node, template);
  if (ref !== undefined) return { kind: 'lambda', ref };
  const arn = displayOf(node, template);
  if (arn === undefined) return node ? { kind: 'unknown', uri: sourceOf(node, template) } : { kind: 'none' };
  return { kind: 'lambda', ref: arn, arn };
}

/** What an integration calls, by its type and its `IntegrationUri`. */
export function integrationTarget(
  type: string | undefined,
  uri: Node | undefined,
  templates: Readonly<Record<string, string>>,
  template: Template,
): Target {
  if (type === 'MOCK') return { kind: 'mock' };
  const display = displayOf(uri, template);
  if (display === undefined)
    return uri ? { kind: 'unknown', uri: sourceOf(uri, template) } : { kind: 'none' };
  const ref = functionIn(uri, template);
  if (ref !== undefined) return { kind: 'lambda', ref };
  return uriTarget(type, display, serviceArn(uri, template), templates);
}

/** The ARN with a dot for each reference, so that only its own colons divide it. */
function serviceArn(uri: Node | undefined, template: Template): string {
  return (piecesOf(uri, template) ?? []).map((piece) => (typeof piece === 'string' ? piece : '.')).join('');
}
