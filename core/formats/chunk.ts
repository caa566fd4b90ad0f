import { throughEdit } from '../syntax/edit.ts';
import { jsonNode, parseJson, type JsonSource } from '../syntax/json.ts';
import type { Node } from '../syntax/node.ts';
import { unclosedQuotes } from '../syntax/quotes.ts';
import { parseYaml, yamlNode, type FindAnchor, type YamlSource } from '../syntax/yaml.ts';
import type { Problem } from '../problem.ts';

type Parsed =
  | { readonly syntax: 'yaml'; readonly source: YamlSource; readonly inserted?: number }
  | { readonly syntax: 'json'; readonly source: JsonSource };

/** A part of a definition file that is parsed by itself and kept between two readings. */
export interface Chunk {
  readonly key: string;
  readonly text: string;
  readonly parsed: Parsed;
  /** The last reading without problems: it stands where the present one would lose something. */
  readonly good?: { readonly text: string; readonly parsed: Parsed };
}

/** Parses a chunk, unless an earlier reading has it. */
export function readChunk(
  syntax: 'yaml' | 'json',
  key: string,
  text: string,
  same: Chunk | undefined,
  earlier: Chunk | undefined,
): Chunk {
  const parsed = same?.parsed ?? parse(syntax, text);
  const good = parsed.source.problems.length === 0 ? { text, parsed } : (earlier?.good ?? same?.good);
  return { key, text, parsed, ...(good && { good }) };
}

function parse(syntax: 'yaml' | 'json', text: string): Parsed {
  if (syntax === 'json') return { syntax, source: parseJson(text) };
  const source = parseYaml(text);
  if (source.problems.length === 0) return { syntax, source };
  for (const { offset, quote } of unclosedQuotes(text).slice(0, 5)) {
    const closed = parseYaml(text.slice(0, offset) + quote + text.slice(offset));
    if (closed.problems.length === 0)
      return { syntax, source: { ...closed, problems: source.problems }, inserted: offset };
  }
  return { syntax, source };
}

/** The chunk's tree with offsets in the file, and what is wrong with its notation. */
export function treeOf(
  chunk: Chunk,
  start: number,
  findAnchor: FindAnchor,
  anchored: (name: string, node: Node) => void,
): { tree: Node | undefined; problems: readonly Problem[] } {
  const at = (offset: number) => start + offset;
  const problems = chunk.parsed.source.problems.map(({ message, span }) => ({
    message,
    span: { start: at(span.start), end: at(span.end) },
  }));
  const tree = nodeOf(chunk.parsed, at, findAnchor, anchored);
  const { good, parsed } = chunk;
  if (!good || good.parsed === parsed) return { tree, problems };
  const moved = throughEdit(good.text, chunk.text);
  const standing = nodeOf(good.parsed, (offset) => at(moved(offset)), findAnchor, anchored);
  const present = new Set(pathsOf(tree));
  const loses = pathsOf(standing).some((path) => !present.has(path));
  return { tree: loses ? standing : tree, problems };
}

function nodeOf(
  parsed: Parsed,
  place: (offset: number) => number,
  findAnchor: FindAnchor,
  anchored: (name: string, node: Node) => void,
): Node | undefined {
  if (parsed.syntax === 'json') return jsonNode(parsed.source, place);
  const { source, inserted } = parsed;
  const placed =
    inserted === undefined ? place : (offset: number) => place(offset > inserted ? offset - 1 : offset);
  return yamlNode(source, placed, findAnchor, anchored);
}

/** The keys down to the properties of a resource. */
function pathsOf(node: Node | undefined, depth = 4, before = ''): string[] {
  if (node?.kind !== 'map' || depth === 0) return [];
  return node.entries.flatMap(({ key, value }) => {
    const path = `${before}/${key.value}`;
    return [path, ...pathsOf(value, depth - 1, path)];
  });
}
