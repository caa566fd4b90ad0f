import type { Span } from '../../span.ts';
import { impliedList, impliedMap, impliedText, mergedNodes } from '../../syntax/implied.ts';
import { entryOf, outerOf, spanOf, valueAt, type Node, type ScalarNode } from '../../syntax/node.ts';
import type { Resource, Template } from '../cloudformation/template.ts';
import type { Service } from './definition.ts';

/**
 * The CloudFormation template that the framework makes of a service. Its parts stand where the service says them,
 * so that CloudFormation's readers give the model with the service's places.
 */
export interface Stack {
  readonly service: Service;
  readonly resources: Map<string, Resource>;
  readonly sections: Map<string, Node>;
  /** The names of the service's functions, by logical id. */
  readonly functionNames: Map<string, string>;
}

/** Where a resource is written: what names it, and the whole. */
export type ResourcePlace = Pick<Resource, 'keySpan' | 'span'>;

/** The place of what a node names; the node alone, where there is no more of it. */
export function placeOf(key: Node, span: Span = outerOf(key)): ResourcePlace {
  return { keySpan: spanOf(key), span };
}

/** The place from a key to the end of its value. */
export function placeOfEntry(key: Node, value: Node, service: Service): ResourcePlace {
  const { start, end } = outerOf(key);
  return placeOf(key, { start, end: Math.max(end, endOf(value, service)) });
}

/** Puts a resource in; what has its logical id already is merged with it, as the framework does. */
export function addResource(
  { resources }: Stack,
  logicalId: string,
  node: Node,
  { keySpan, span }: ResourcePlace,
): void {
  const whole = mergedNodes(resources.get(logicalId)?.node, node);
  const type = valueAt(whole, 'Type');
  resources.set(logicalId, {
    logicalId,
    type: type?.kind === 'scalar' ? type.value : '',
    keySpan,
    span,
    node: whole,
    properties: valueAt(whole, 'Properties'),
  });
}

/** A resource as a map, its type and properties given. */
export function resourceNode(
  type: string,
  properties: Node,
  at: Node,
  dependsOn: readonly string[] = [],
): Node {
  const names = dependsOn.map((name) => impliedText(name, at));
  return impliedMap(
    {
      Type: impliedText(type, at),
      Properties: properties,
      ...(names.length > 0 && { DependsOn: impliedList(names, at) }),
    },
    at,
  );
}

/** `Ref` to a resource. */
export function refTo(logicalId: string, at: Node): Node {
  return impliedMap({ Ref: impliedText(logicalId, at) }, at);
}

/** `Fn::GetAtt` of a resource's ARN. */
export function arnOf(logicalId: string, at: Node): Node {
  const argument = impliedList([impliedText(logicalId, at), impliedText('Arn', at)], at);
  return impliedMap({ 'Fn::GetAtt': argument }, at);
}

/** The end of a value; the parsers count what follows a block until the next key to it. */
export function endOf(node: Node, service: Service): number {
  const { start, end } = outerOf(node);
  if (node.kind === 'scalar' || /[[{]/.test(signAt(start, service))) return end;
  if (node.kind === 'tagged') return endOf(node.value, service);
  const last = node.kind === 'map' ? node.entries.at(-1)?.value : node.items.at(-1);
  return last ? endOf(last, service) : end;
}

function signAt(offset: number, { source, files }: Service): string {
  if (offset < source.text.length) return source.text.charAt(offset);
  const file = [...files.keys()].find(({ start, text }) => offset >= start && offset < start + text.length);
  return file ? file.text.charAt(offset - file.start) : source.wholeText().charAt(offset);
}

/** The stack as the readers of CloudFormation take it. */
export function templateOf({ service, resources, sections }: Stack): Template {
  const byType = new Map<string, Resource[]>();
  for (const resource of resources.values()) {
    byType.set(resource.type, [...(byType.get(resource.type) ?? []), resource]);
  }
  return {
    get text() {
      return service.source.wholeText();
    },
    syntax: service.format === 'serverless-yml' ? 'yaml' : 'json',
    isSam: false,
    // The framework and its plugins add resources.
    isPart: true,
    sections,
    resources,
    resourcesByType: byType,
    problems: [],
    chunks: [],
    effort: { steps: 0 },
  };
}

/** The key with which something is written, if it is. */
export function keyOf(map: Node | undefined, key: string): ScalarNode | undefined {
  return entryOf(map, key)?.key;
}
