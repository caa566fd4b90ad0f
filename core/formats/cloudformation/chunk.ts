import type { Problem } from '../../problem.ts';
import { throughEdit } from '../../syntax/edit.ts';
import { parseJson } from '../../syntax/json.ts';
import type { Node, Parsed } from '../../syntax/node.ts';
import { unclosedQuotes } from '../../syntax/quotes.ts';
import { parseYaml, type Anchors } from '../../syntax/yaml.ts';

/** A part of a definition file that is parsed by itself and kept between two readings. */
export interface Chunk {
  readonly key: string;
  readonly text: string;
  readonly syntax: 'yaml' | 'json';
  readonly parsed: Parsed;
  /** Whether the tree depends on its own text only; an anchor's node is known to the reading that made it. */
  readonly reusable: boolean;
  /** Where a missing quote was put in; what stands behind it counts one character too much. */
  readonly inserted?: number;
  /** The last reading without problems: it stands where the present one would lose something. */
  readonly good?: { readonly text: string; readonly parsed: Parsed };
}

/** What stands behind a mistake is misread too, and telling it would hide the mistake. */
const mostProblems = 3;

/** Parses a part of a file; `earlier` is what stood in its place in the last reading. */
export function readChunk(
  syntax: Chunk['syntax'],
  key: string,
  text: string,
  earlier: Chunk | undefined,
  anchors: Anchors,
): Chunk {
  const found = syntax === 'json' ? { parsed: parseJson(text) } : parseClosed(text, anchors);
  const good = found.parsed.problems.length === 0 ? { text, parsed: found.parsed } : earlier?.good;
  const reusable = syntax === 'json' || !/(?:^|[\s[{,])[&*]\w/.test(text);
  return { key, text, syntax, reusable, ...found, ...(good && { good }) };
}

/** Puts the chunk where it stands in the file now, and gives its tree and what is wrong with it. */
export function placeChunk(
  { text, parsed, inserted = text.length, good }: Chunk,
  start: number,
): { tree: Node | undefined; problems: readonly Problem[] } {
  const inFile = (offset: number) => start + offset;
  const problems = parsed.problems.slice(0, mostProblems).map(({ message, span }) => ({
    message,
    span: { start: inFile(span.start), end: inFile(span.end) },
  }));
  parsed.origin.move = (offset) => inFile(offset > inserted ? offset - 1 : offset);
  if (!good || good.parsed === parsed || !loses(parsed.tree, good.parsed.tree)) {
    return { tree: parsed.tree, problems };
  }
  const edited = throughEdit(good.text, text);
  good.parsed.origin.move = (offset) => inFile(edited(offset));
  return { tree: good.parsed.tree, problems };
}

/** Parses YAML; a quote that is not closed yet ends with its line, so that what follows is still read. */
function parseClosed(text: string, anchors: Anchors): Pick<Chunk, 'parsed' | 'inserted'> {
  const parsed = parseYaml(text, anchors);
  if (parsed.problems.length === 0) return { parsed };
  for (const { start, end, quote } of unclosedQuotes(text).slice(0, 5)) {
    const closed = parseYaml(text.slice(0, end) + quote + text.slice(end), anchors);
    if (closed.problems.length > 0) continue;
    const message = `This ${quote} has no closing ${quote} on its line.`;
    return { parsed: { ...closed, problems: [{ message, span: { start, end } }] }, inserted: end };
  }
  return { parsed };
}

function loses(tree: Node | undefined, good: Node | undefined): boolean {
  const present = new Set(pathsOf(tree));
  return pathsOf(good).some((path) => !present.has(path));
}

/** The keys down to the properties of a resource. */
function pathsOf(node: Node | undefined, depth = 4, before = ''): string[] {
  if (node?.kind !== 'map' || depth === 0) return [];
  return node.entries.flatMap(({ key, value }) => {
    const path = `${before}/${key.value}`;
    return [path, ...pathsOf(value, depth - 1, path)];
  });
}
