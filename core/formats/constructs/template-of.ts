import type { Node } from '../../syntax/node.ts';
import type { Resource, Template } from '../cloudformation/template.ts';
import type { Draft } from './drafts.ts';
import { impliedEntry, impliedText, listAt, mapAt } from './nodes.ts';

/** The template that a program makes, as far as it is known; `text` is what spans are offsets in. */
export function templateOf(drafts: readonly Draft[], text: string): Template {
  const resources = new Map<string, Resource>();
  const resourcesByType = new Map<string, Resource[]>();
  for (const draft of drafts) {
    const resource = resourceOf(draft);
    resources.set(draft.logicalId, resource);
    const others = resourcesByType.get(draft.type);
    if (others) others.push(resource);
    else resourcesByType.set(draft.type, [resource]);
  }
  return {
    text,
    syntax: 'json',
    isSam: false,
    isPart: true,
    sections: new Map(),
    resources,
    resourcesByType,
    problems: [],
    chunks: [],
    effort: { steps: 0 },
  };
}

function resourceOf({ logicalId, type, keySpan, span, ...parts }: Draft): Resource {
  const properties = mapAt(parts.properties, span);
  const waited: Node[] = parts.dependsOn.map((name) => impliedText(name, span));
  const node = mapAt(
    [
      impliedEntry('Type', impliedText(type, span)),
      impliedEntry('Properties', properties),
      impliedEntry('Metadata', mapAt(parts.metadata, span)),
      impliedEntry('DependsOn', listAt(waited, span)),
    ],
    span,
  );
  return { logicalId, type, keySpan, span, node, properties };
}
