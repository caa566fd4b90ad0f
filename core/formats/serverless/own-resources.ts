import { impliedText, mergedNodes } from '../../syntax/implied.ts';
import { entryOf, valueAt, type Entry, type Node } from '../../syntax/node.ts';
import { resolved } from './resolved.ts';
import { follow } from './resolve.ts';
import type { Service } from './definition.ts';
import { addResource, placeOfEntry, type Stack } from './stack.ts';

const sections = ['Parameters', 'Conditions', 'Mappings'] as const;

// What other types say is no concern of an API, and resolving the variables in them costs.
const concerned = /^AWS::(?:ApiGatewayV2|Lambda|IAM|Logs)::|^$/;

/** The CloudFormation that stands under `resources`. */
export interface OwnResources {
  readonly resources: readonly Entry[];
  /** What changes resources that the framework makes. */
  readonly extensions: readonly Entry[];
  readonly sections: readonly Entry[];
}

/** Finds the CloudFormation of a service, also in other files. */
export function ownResourcesOf(service: Service): OwnResources {
  const parts = partsOf(entryOf(service.root, 'resources')?.value, service);
  const entries = (section: string) =>
    parts
      .flatMap((part) => partsOf(entryOf(part, section)?.value, service))
      .flatMap((one) => (one.kind === 'map' ? one.entries : []));
  return {
    resources: entries('Resources'),
    extensions: entries('extensions'),
    sections: parts.flatMap((part) => sections.flatMap((section) => entryOf(part, section) ?? [])),
  };
}

/** Puts them into the stack, over what the framework made. */
export function addOwnResources({ resources, extensions, sections }: OwnResources, stack: Stack): void {
  for (const { key, value } of sections) {
    const known = resolved(value, stack.service);
    if (known) stack.sections.set(key.value, mergedNodes(stack.sections.get(key.value), known));
  }
  for (const entry of resources) add(entry, stack);
  for (const entry of extensions) if (stack.resources.has(entry.key.value)) add(entry, stack);
}

function add({ key, value }: Entry, stack: Stack): void {
  const { service } = stack;
  const found = follow(value, service);
  if (found?.kind !== 'map') return;
  const made = stack.resources.get(key.value);
  const type = follow(valueAt(found, 'Type'), service);
  const isConcerned = concerned.test(type?.kind === 'scalar' ? type.value : '');
  const node = isConcerned ? (resolved(found, service) ?? found) : withoutProperties(found, key);
  addResource(stack, key.value, node, made ?? placeOfEntry(key, found, service));
}

function withoutProperties(node: Node, key: Node): Node {
  const type = valueAt(node, 'Type') ?? impliedText('', key);
  return { kind: 'map', place: node.place, entries: [{ key: impliedText('Type', key), value: type }] };
}

function partsOf(node: Node | undefined, service: Service): readonly Node[] {
  const found = follow(node, service);
  if (found?.kind === 'list') return found.items.flatMap((item) => partsOf(item, service));
  return found ? [found] : [];
}
