import * as l10n from '@vscode/l10n';
import { Alias, isMap, isScalar, isSeq, parseDocument, type Node as YamlNode } from 'yaml';
import type { Span } from '../span.ts';
import type { Spelling } from '../spelling.ts';
import { maximumDepth, type Entry, type Node, type Origin, type Parsed, type ScalarNode } from './node.ts';
import { yamlProblems } from './yaml-sentences.ts';
import { blockOffsets, flowOffsets } from './yaml-offsets.ts';

/** The nodes that anchors name, by name. */
export type Anchors = Map<string, Node>;

/**
 * Parses YAML, whatever it looks like. Aliases name the given anchors or the text's own, which are added to them;
 * an alias of nothing, or of what it stands in, is empty.
 */
export function parseYaml(text: string, anchors: Anchors = new Map()): Parsed {
  const origin: Origin = { move: (offset) => offset };
  // The parser's time grows with the square of the depth, and its composer recurses.
  if (flowDepth(text) > maximumDepth || compact.test(text)) return tooDeep(text, origin);
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const problems = yamlProblems(document.errors, text);
    const tree = document.contents ? treeOf(document.contents, text, origin, anchors) : undefined;
    return { tree, origin, problems };
  } catch {
    // Only block collections nested by thousands end here.
    return tooDeep(text, origin);
  }
}

/** Lists in lists on one line. */
const compact = new RegExp(String.raw`^ *(?:[-?] +){${maximumDepth}}`, 'm');

function tooDeep(text: string, origin: Origin): Parsed {
  const message = l10n.t('This is nested too deeply to be read.');
  return { tree: undefined, origin, problems: [{ message, span: { start: 0, end: text.length } }] };
}

/** How deep brackets and braces nest, those in texts included. */
function flowDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function treeOf(contents: YamlNode, text: string, origin: Origin, anchors: Anchors): Node {
  return convert(contents, 0);

  function convert(node: YamlNode, depth: number): Node {
    if (depth > maximumDepth) return empty(node);
    if (node instanceof Alias) return anchors.get(node.source) ?? empty(node);
    const untagged = convertUntagged(node, depth);
    const made = node.tag?.startsWith('!') ? tagged(node.tag, untagged) : untagged;
    if (node.anchor) anchors.set(node.anchor, made);
    return made;
  }

  function convertUntagged(node: YamlNode, depth: number): Node {
    const span = spanIn(node);
    const place = { origin, inner: span, outer: span };
    if (isMap(node)) {
      const entries = node.items.flatMap(({ key, value }) => entriesOf(key, value, depth + 1));
      return { kind: 'map', place, entries: merged(entries) };
    }
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => (isNode(item) ? [convert(item, depth + 1)] : []));
      return { kind: 'list', place, items };
    }
    return scalar(node);
  }

  function entriesOf(key: unknown, value: unknown, depth: number): readonly Entry[] {
    if (!isScalar(key)) return [];
    return [{ key: scalar(key), value: isNode(value) ? convert(value, depth) : empty(key) }];
  }

  function tagged(tag: string, value: Node): Node {
    const { inner, outer } = value.place;
    const start = text.lastIndexOf(tag, outer.start);
    const whole = { start: start === -1 ? outer.start : start, end: outer.end };
    return { kind: 'tagged', place: { origin, inner, outer: whole }, tag, value };
  }

  function scalar(node: YamlNode): ScalarNode {
    // The failsafe schema makes every scalar a string.
    const value = isScalar(node) && typeof node.value === 'string' ? node.value : '';
    const outer = spanIn(node);
    const spelling = spellingOf(node);
    if (spelling === 'yaml-block') {
      const offsets = blockOffsets(text, outer.start, outer.end, value);
      const inner = { start: offsets[0] ?? outer.start, end: offsets.at(-1) ?? outer.end };
      return {
        kind: 'scalar',
        place: { origin, inner, outer },
        value,
        quoted: true,
        spelling,
        offsets: () => offsets,
      };
    }
    const quoted = spelling !== 'yaml-plain';
    const inner = quoted ? withoutQuotes(outer) : outer;
    const offsets = () => {
      if (text.slice(inner.start, inner.end) === value) return undefined;
      const found = flowOffsets(text, inner.start, inner.end, spelling);
      return found.length === value.length + 1 ? found : undefined;
    };
    return { kind: 'scalar', place: { origin, inner, outer }, value, quoted, spelling, offsets };
  }

  function withoutQuotes({ start, end }: Span): Span {
    const isClosed = end > start + 1 && text[end - 1] === text[start];
    return { start: start + 1, end: isClosed ? end - 1 : Math.max(end, start + 1) };
  }

  function empty(node: YamlNode): ScalarNode {
    const { end } = spanIn(node);
    const span = { start: end, end };
    const place = { origin, inner: span, outer: span };
    return {
      kind: 'scalar',
      place,
      value: '',
      quoted: false,
      spelling: 'yaml-plain',
      offsets: () => undefined,
    };
  }

  /** The parser may end a node one character behind the text. */
  function spanIn(node: YamlNode): Span {
    const [start, end] = node.range ?? [0, 0];
    return { start: Math.min(start, text.length), end: Math.min(end, text.length) };
  }
}

/**
 * A merge key stands for the entries of the maps that it names; the map's own count more, then those of the earlier
 * maps. https://yaml.org/type/merge.html
 */
function merged(entries: readonly Entry[]): readonly Entry[] {
  const own = entries.filter(({ key }) => key.value !== '<<');
  if (own.length === entries.length) return entries;
  const taken = new Set(own.map(({ key }) => key.value));
  const named = entries
    .filter(({ key }) => key.value === '<<')
    .flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]))
    .flatMap((map) => (map.kind === 'map' ? map.entries : []))
    .filter(({ key }) => taken.size < taken.add(key.value).size);
  return [...named, ...own];
}

function isNode(value: unknown): value is YamlNode {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function spellingOf(node: YamlNode): Extract<Spelling, `yaml-${string}`> {
  const type = isScalar(node) ? node.type : undefined;
  if (type === 'QUOTE_DOUBLE') return 'yaml-double';
  if (type === 'QUOTE_SINGLE') return 'yaml-single';
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED' ? 'yaml-block' : 'yaml-plain';
}
