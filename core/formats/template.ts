import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import { chunksOf } from '../syntax/chunks.ts';
import { entryOf, valueAt, type Entry, type Node } from '../syntax/node.ts';
import { readChunk, treeOf, type Chunk } from './chunk.ts';

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
  readonly problems: readonly Problem[];
  readonly chunks: readonly Chunk[];
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
export function readTemplate(path: string, text: string, previous: readonly Chunk[] = []): Template {
  const syntax = isJson(path, text) ? 'json' : 'yaml';
  const stretches =
    syntax === 'json' ? [{ key: '', start: 0, end: text.length }] : chunksOf(text, 'Resources');
  const byText = new Map(previous.map((chunk) => [chunk.text, chunk]));
  const byKey = new Map(previous.map((chunk) => [chunk.key, chunk]));
  const anchors = new Map<string, Node>();
  const problems: Problem[] = [];
  const chunks: Chunk[] = [];
  const sections = new Map<string, Node>();
  const resources = new Map<string, Resource>();

  for (const { key, start, end } of stretches) {
    const part = text.slice(start, end);
    const same = byText.get(part);
    const chunk = readChunk(
      syntax,
      key,
      part,
      same?.parsed.syntax === syntax ? same : undefined,
      byKey.get(key),
    );
    chunks.push(chunk);
    const read = treeOf(
      chunk,
      start,
      (name) => anchors.get(name),
      (name, node) => anchors.set(name, node),
    );
    problems.push(...read.problems);
    if (read.tree?.kind !== 'map') continue;
    if (key.startsWith('Resources/')) read.tree.entries.forEach(addResource);
    else read.tree.entries.forEach(addSection);
  }
  const transform = sections.get('Transform');
  const isSam =
    (transform !== undefined &&
      text.slice(transform.outer.start, transform.outer.end).includes('Serverless-2016')) ||
    [...resources.values()].some(({ type }) => type.startsWith('AWS::Serverless::'));
  return { text, syntax, isSam, sections, resources, problems, chunks };

  function addSection({ key, value }: Entry): void {
    if (key.value !== 'Resources') sections.set(key.value, value);
    else if (value.kind === 'map') value.entries.forEach(addResource);
  }

  function addResource({ key, value }: Entry): void {
    const logicalId = key.value;
    if (resources.has(logicalId)) {
      problems.push({ message: `"${logicalId}" is defined twice; the later one counts.`, span: key.span });
    }
    const typeNode = entryOf(value, 'Type')?.value;
    const start = key.outer.start;
    const end = start + text.slice(start, value.span.end).trimEnd().length;
    resources.set(logicalId, {
      logicalId,
      type: typeNode?.kind === 'scalar' ? typeNode.value : '',
      keySpan: key.span,
      span: { start, end },
      node: value,
      properties: valueAt(value, 'Properties'),
    });
  }
}

function isJson(path: string, text: string): boolean {
  return /\.json$/i.test(path) || (!/\.ya?ml$/i.test(path) && /^\uFEFF?\s*\{/.test(text));
}
