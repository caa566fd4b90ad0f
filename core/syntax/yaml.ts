import { Alias, isMap, isScalar, isSeq, parseDocument, type Document, type Node as YamlNode } from 'yaml';
import type { Problem } from '../problem.ts';
import type { Spelling } from '../text.ts';
import { maximumDepth, type Entry, type Node, type ScalarNode } from './node.ts';
import { blockOffsets, flowOffsets } from './yaml-offsets.ts';

/** A parsed stretch of YAML; its offsets count from the start of the stretch. */
export interface YamlSource {
  readonly text: string;
  readonly document?: Document;
  readonly problems: readonly Problem[];
}

/** Gives the node that an anchor names; undefined for an unknown one, and inside the anchored node itself. */
export type FindAnchor = (name: string) => Node | undefined;

/** Parses YAML, whatever it looks like; what is wrong with it is in `problems`. */
export function parseYaml(text: string): YamlSource {
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const problems = document.errors.map((error) => ({
      message: error.message,
      span: { start: Math.min(error.pos[0], text.length), end: Math.min(error.pos[1], text.length) },
    }));
    return { text, document, problems };
  } catch {
    // The composer recurses; only extreme nesting ends here.
    const message = 'This is nested too deeply to be read.';
    return { text, problems: [{ message, span: { start: 0, end: text.length } }] };
  }
}

/** The tree of a parsed stretch, its offsets moved by `place`, its anchors told to `anchored`. */
export function yamlNode(
  source: YamlSource,
  place: (offset: number) => number,
  findAnchor: FindAnchor,
  anchored: (name: string, node: Node) => void,
): Node | undefined {
  const { text } = source;

  function convert(node: YamlNode, depth: number): Node {
    if (depth > maximumDepth) return empty(node);
    const made =
      node instanceof Alias ? (findAnchor(node.source) ?? empty(node)) : convertOwn(node, depth + 1);
    if (!(node instanceof Alias) && node.anchor) anchored(node.anchor, made);
    return made;
  }

  function convertOwn(node: YamlNode, depth: number): Node {
    const [start, end] = rangeOf(node);
    const tag = node.tag?.startsWith('!') ? node.tag : undefined;
    const span = { start: place(start), end: place(end) };
    const outer = { start: place(tag ? tagStart(tag, start) : start), end: span.end };
    const common = tag ? { tag, span, outer } : { span, outer };
    if (isMap(node)) {
      return {
        kind: 'map',
        ...common,
        entries: node.items.flatMap((pair) => entries(pair.key, pair.value, depth)),
      };
    }
    if (isSeq(node)) {
      return {
        kind: 'list',
        ...common,
        items: node.items.flatMap((item) => (isNode(item) ? [convert(item, depth)] : [])),
      };
    }
    return scalar(node, outer, tag);
  }

  function entries(key: unknown, value: unknown, depth: number): Entry[] {
    if (!isScalar(key)) return [];
    const name = scalar(key, undefined, undefined);
    const made = isNode(value) ? convert(value, depth) : empty(key);
    if (name.value === '<<' && made.kind === 'map') return [...made.entries];
    return [{ key: name, value: made }];
  }

  function scalar(node: YamlNode, outer: Node['outer'] | undefined, tag: string | undefined): ScalarNode {
    // The failsafe schema makes every scalar a string.
    const value = isScalar(node) && typeof node.value === 'string' ? node.value : '';
    const [start, end] = rangeOf(node);
    const spelling = spellingOf(node);
    const around = outer ?? { start: place(start), end: place(end) };
    if (spelling === 'yaml-block') {
      const offsets = blockOffsets(text, start, end, value).map(place);
      const span = { start: offsets[0] ?? around.start, end: offsets.at(-1) ?? around.end };
      return {
        kind: 'scalar',
        ...(tag && { tag }),
        value,
        span,
        outer: around,
        quoted: true,
        spelling,
        offsets: () => offsets,
      };
    }
    const quoted = spelling !== 'yaml-plain';
    const innerStart = quoted ? start + 1 : start;
    const closed = quoted && end > innerStart && text[end - 1] === text[start];
    const innerEnd = closed ? end - 1 : end;
    const offsets = () => {
      if (text.slice(innerStart, innerEnd) === value) return undefined;
      const found = flowOffsets(text, innerStart, innerEnd, spelling);
      return found.length === value.length + 1 ? found.map(place) : undefined;
    };
    const span = { start: place(innerStart), end: place(innerEnd) };
    return { kind: 'scalar', ...(tag && { tag }), value, span, outer: around, quoted, spelling, offsets };
  }

  function empty(node: YamlNode): ScalarNode {
    const [, end] = rangeOf(node);
    const span = { start: place(end), end: place(end) };
    return {
      kind: 'scalar',
      value: '',
      span,
      outer: span,
      quoted: false,
      spelling: 'yaml-plain',
      offsets: () => undefined,
    };
  }

  function rangeOf(node: YamlNode): [number, number] {
    const [start, end] = node.range ?? [0, 0];
    return [Math.min(start, text.length), Math.min(end, text.length)];
  }

  function tagStart(tag: string, valueStart: number): number {
    const found = text.lastIndexOf(tag, valueStart);
    return found === -1 ? valueStart : found;
  }

  const contents = source.document?.contents;
  return contents ? convert(contents, 0) : undefined;
}

function isNode(value: unknown): value is YamlNode {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function spellingOf(node: YamlNode): Exclude<Spelling, 'json'> {
  const type = isScalar(node) ? node.type : undefined;
  if (type === 'QUOTE_DOUBLE') return 'yaml-double';
  if (type === 'QUOTE_SINGLE') return 'yaml-single';
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED' ? 'yaml-block' : 'yaml-plain';
}
