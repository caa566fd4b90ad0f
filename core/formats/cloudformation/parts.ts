import type { Problem } from '../../problem.ts';
import { chunksOf, type Stretch } from '../../syntax/chunks.ts';
import { jsonChunksOf } from '../../syntax/json-chunks.ts';
import type { Node, Parsed } from '../../syntax/node.ts';
import type { Anchors } from '../../syntax/yaml.ts';
import { placeChunk, readChunk, type Chunk } from './chunk.ts';

/** A definition file in the parts that are parsed by themselves. */
export interface Parts {
  /** The file's text, with a line break for a byte order mark, which is part of no notation. */
  readonly text: string;
  readonly syntax: 'yaml' | 'json';
  /** With the key of their stretch: a section, or section and entry. */
  readonly parts: readonly Part[];
  readonly problems: Problem[];
  readonly chunks: readonly Chunk[];
}

interface Part {
  readonly key: string;
  readonly tree: Node | undefined;
  readonly chunk: Chunk;
}

/** No section and no entry has such a name: what has one stands deeper than it seems. */
const deeper = new Set(['Type', 'Properties', 'DependsOn', 'handler', 'events']);

/** A key that is written more often is a mistake; then all but these are parsed again. */
const mostOfOneKey = 20;

/** Parses a file whose section `divided` has the entries that people edit; again only where its text changed. */
export function readParts(path: string, file: string, divided: string, previous: readonly Chunk[]): Parts {
  const text = file.replace(/^\uFEFF/, '\n');
  const syntax = isJson(path, text) ? 'json' : 'yaml';
  const cut = cutUp(text, syntax, divided);
  const byKey = new Map<string, Chunk[]>();
  for (const chunk of previous) {
    const others = byKey.get(chunk.key);
    if (others) others.push(chunk);
    else byKey.set(chunk.key, [chunk]);
  }
  const find = finderOf(byKey);
  const placed = new Set<Parsed>();
  const anchors: Anchors = new Map();
  const problems = [...cut.problems];
  const chunks: Chunk[] = [];
  const parts = cut.stretches.map(({ key, start, end }) => {
    const part = text.slice(start, end);
    const read = (earlier?: Chunk) => readChunk(syntax, key, part, earlier, anchors);
    const first = find(syntax, key, part) ?? read(byKey.get(key)?.at(-1));
    // A tree stands in one place: of two stretches that could have it only the first does.
    const chunk = placed.has(first.standing.parsed) ? read() : first;
    placed.add(chunk.standing.parsed);
    chunks.push(chunk);
    const { tree, problems: found } = placeChunk(chunk, start);
    problems.push(...found);
    return { key, tree, chunk };
  });
  return { text, syntax, parts, problems, chunks };
}

/** Finds a chunk of an earlier reading that can be kept, each once. */
function finderOf(byKey: ReadonlyMap<string, readonly Chunk[]>) {
  const taken = new Set<Chunk>();
  return (syntax: Chunk['syntax'], key: string, text: string): Chunk | undefined => {
    const found = byKey
      .get(key)
      ?.slice(0, mostOfOneKey)
      .find((one) => one.text === text && one.syntax === syntax && one.reusable && !taken.has(one));
    if (found) taken.add(found);
    return found;
  };
}

function cutUp(
  text: string,
  syntax: Chunk['syntax'],
  divided: string,
): { readonly stretches: readonly Stretch[]; readonly problems: readonly Problem[] } {
  if (syntax === 'yaml') return { stretches: chunksOf(text, divided), problems: [] };
  const whole = { stretches: [{ key: '', start: 0, end: text.length }], problems: [] };
  return jsonChunksOf(text, divided, deeper) ?? whole;
}

function isJson(path: string, text: string): boolean {
  return /\.json$/i.test(path) || (!/\.ya?ml$/i.test(path) && /^\s*\{/.test(text));
}
