import type { Problem } from '../../problem.ts';
import type { Span } from '../../span.ts';
import { chunksOf } from '../../syntax/chunks.ts';
import { entryOf, outerOf, repeatedKeys, spanOf, valueAt, type Entry, type Node } from '../../syntax/node.ts';
import type { Anchors } from '../../syntax/yaml.ts';
import { placeChunk, readChunk, type Chunk } from './chunk.ts';

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
  // A byte order mark is part of no notation; a blank in its place keeps the offsets.
  const text = file.replace(/^\uFEFF/, '\n');
  const syntax = isJson(path, text) ? 'json' : 'yaml';
  const stretches =
    syntax === 'json' ? [{ key: '', start: 0, end: text.length }] : chunksOf(text, 'Resources');
  const reusable = new Map(previous.filter(({ reusable }) => reusable).map((chunk) => [chunk.text, chunk]));
  const earlier = new Map(previous.map((chunk) => [chunk.key, chunk]));
  const anchors: Anchors = new Map();
  const problems: Problem[] = [];
  const chunks: Chunk[] = [];
  const sections = new Map<string, Node>();
  const resources = new Map<string, Resource>();

  for (const { key, start, end } of stretches) {
    const part = text.slice(start, end);
    const kept = reusable.get(part);
    // A tree stands in one place: of two equal stretches only one can have it.
    reusable.delete(part);
    const chunk = kept?.syntax === syntax ? kept : readChunk(syntax, key, part, earlier.get(key), anchors);
    chunks.push(chunk);
    const { tree, problems: found } = placeChunk(chunk, start);
    problems.push(...found);
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

function isJson(path: string, text: string): boolean {
  return /\.json$/i.test(path) || (!/\.ya?ml$/i.test(path) && /^\s*\{/.test(text));
}
