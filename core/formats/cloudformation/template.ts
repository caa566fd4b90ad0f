import type { Problem } from '../../problem.ts';
import type { Span } from '../../span.ts';
import { entryOf, outerOf, repeatedKeys, spanOf, valueAt, type Entry, type Node } from '../../syntax/node.ts';
import type { Chunk } from './chunk.ts';
import { readParts } from './parts.ts';

/** A CloudFormation or SAM template as a tree, as far as it can be understood. */
export interface Template {
  readonly text: string;
  readonly syntax: 'yaml' | 'json';
  /** The template is for SAM, or uses it. */
  readonly isSam: boolean;
  /** `Globals`, `Parameters`, `Conditions`, `Mappings`, `Transform`. */
  readonly sections: ReadonlyMap<string, Node>;
  /** By logical id, in the order of the file. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly resourcesByType: ReadonlyMap<string, readonly Resource[]>;
  readonly problems: readonly Problem[];
  readonly chunks: readonly Chunk[];
  /** The steps taken for the value that is being resolved. */
  readonly effort: { steps: number };
}

export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  /** The logical id. */
  readonly keySpan: Span;
  /** The whole resource. */
  readonly span: Span;
  readonly node: Node;
  readonly properties: Node | undefined;
}

/** Reads a template; chunks of an earlier reading are parsed again only where their text changed. */
export function readTemplate(path: string, file: string, previous: readonly Chunk[] = []): Template {
  const { text, syntax, parts, problems, chunks } = readParts(path, file, 'Resources', previous);
  const sections = new Map<string, Node>();
  const resources = new Map<string, Resource>();

  for (const { key, tree } of parts) {
    if (tree?.kind !== 'map') continue;
    for (const entry of tree.entries) {
      if (key.startsWith('Resources/')) addResource(entry);
      else addSection(entry);
    }
  }
  const resourcesByType = new Map<string, Resource[]>();
  for (const resource of resources.values()) {
    const others = resourcesByType.get(resource.type);
    if (others) others.push(resource);
    else resourcesByType.set(resource.type, [resource]);
  }
  const transform = sections.get('Transform');
  const isSam =
    (transform !== undefined &&
      text.slice(spanOf(transform).start, spanOf(transform).end).includes('Serverless-2016')) ||
    [...resourcesByType.keys()].some((type) => type.startsWith('AWS::Serverless::'));
  return {
    text,
    syntax,
    isSam,
    sections,
    resources,
    resourcesByType,
    problems,
    chunks,
    effort: { steps: 0 },
  };

  function addSection({ key, value }: Entry): void {
    if (key.value !== 'Resources') sections.set(key.value, value);
    else if (value.kind === 'map') value.entries.forEach(addResource);
  }

  function addResource({ key, value }: Entry): void {
    const logicalId = key.value;
    const properties = valueAt(value, 'Properties');
    const repeated = [...repeatedKeys(value), ...repeatedKeys(properties)];
    for (const one of resources.has(logicalId) ? [key, ...repeated] : repeated) {
      problems.push({ message: `"${one.value}" is written twice; the later one counts.`, span: spanOf(one) });
    }
    const typeNode = entryOf(value, 'Type')?.value;
    const { start } = outerOf(key);
    const end = start + text.slice(start, spanOf(value).end).trimEnd().length;
    resources.set(logicalId, {
      logicalId,
      type: typeNode?.kind === 'scalar' ? typeNode.value : '',
      keySpan: spanOf(key),
      span: { start, end },
      node: value,
      properties,
    });
  }
}
