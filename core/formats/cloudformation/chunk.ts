import * as l10n from '@vscode/l10n';
import type { Problem } from '../../problem.ts';
import { throughEdit } from '../../syntax/edit.ts';
import { parseJson, parseJsonEntry } from '../../syntax/json.ts';
import type { Node, Origin, Parsed } from '../../syntax/node.ts';
import { unclosedQuotes } from '../../syntax/quotes.ts';
import { parseYaml, type Anchors } from '../../syntax/yaml.ts';
import type { Content } from './content.ts';

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
  /** The last reading without problems. */
  readonly good?: Standing;
  /** What counts: this reading, or the good one where this would lose something of it. */
  readonly standing: Standing;
  /** Where the chunk stood in the last reading that had it. */
  start: number;
  /** What it put the tree there with; another chunk may have it as its good reading. */
  move?: Origin['move'];
  /** What a template finds in it, once it has looked. */
  content?: Content;
}

interface Standing {
  /** What was parsed. */
  readonly text: string;
  readonly parsed: Parsed;
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
  const { parsed, inserted } = syntax === 'json' ? asJson(key, text) : parseClosed(text, anchors);
  const now = { text, parsed };
  const good = parsed.problems.length === 0 ? now : earlier?.good;
  return {
    key,
    text,
    syntax,
    parsed,
    reusable: syntax === 'json' || !/(?:^|[\s[{,])[&*]\w/.test(text),
    ...(inserted !== undefined && { inserted }),
    ...(good && { good }),
    standing: good && good !== now && loses(parsed.tree, good.parsed.tree) ? good : now,
    start: -1,
  };
}

/** Puts the chunk where it stands in the file now, and gives its tree and what is wrong with it. */
export function placeChunk(
  chunk: Chunk,
  start: number,
): { readonly tree: Node | undefined; readonly problems: readonly Problem[] } {
  const { text, parsed, inserted = text.length, standing } = chunk;
  const { tree, origin } = standing.parsed;
  const isThere = chunk.start === start && chunk.move !== undefined && origin.move === chunk.move;
  if (isThere && parsed.problems.length === 0) return { tree, problems: [] };
  chunk.start = start;
  const inFile = (offset: number) => start + offset;
  const problems = parsed.problems.slice(0, mostProblems).map(({ message, span }) => ({
    message,
    span: { start: inFile(span.start), end: inFile(span.end) },
  }));
  const edited = standing.parsed === parsed ? undefined : throughEdit(standing.text, text);
  chunk.move = edited
    ? (offset) => inFile(edited(offset))
    : (offset) => inFile(offset > inserted ? offset - 1 : offset);
  origin.move = chunk.move;
  return { tree, problems };
}

interface Closed {
  readonly parsed: Parsed;
  readonly inserted?: number;
}

/** The whole file has no key. */
function asJson(key: string, text: string): Closed {
  return { parsed: key === '' ? parseJson(text) : parseJsonEntry(text) };
}

/** Parses YAML; a quote that is not closed yet ends with its line, so that what follows is still read. */
function parseClosed(text: string, anchors: Anchors): Closed {
  const parsed = parseYaml(text, anchors);
  if (parsed.problems.length === 0) return { parsed };
  for (const { start, end, quote } of unclosedQuotes(text).slice(0, 5)) {
    const closed = parseYaml(text.slice(0, end) + quote + text.slice(end), anchors);
    if (closed.problems.length > 0) continue;
    const message = l10n.t('This {0} has no closing {0} on its line.', quote);
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
