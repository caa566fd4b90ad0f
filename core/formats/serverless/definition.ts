import type { Problem } from '../../problem.ts';
import { parseJson } from '../../syntax/json.ts';
import { entryOf, type Entry, type Node, type Origin, type Parsed } from '../../syntax/node.ts';
import { parseYaml } from '../../syntax/yaml.ts';
import type { Chunk } from '../cloudformation/chunk.ts';
import { readParts } from '../cloudformation/parts.ts';
import type { Included, Source } from '../source.ts';

/** A definition of the Serverless Framework as a tree, with the files that it names. */
export interface Service {
  readonly source: Source;
  readonly syntax: 'yaml' | 'json';
  readonly root: Node;
  readonly chunks: readonly Chunk[];
  readonly problems: Problem[];
  /** The files that variables named, by what they were laid behind the text as. */
  readonly files: Map<Included, Node | undefined>;
  /** The steps taken for the value that is being resolved. */
  readonly effort: { steps: number };
}

/** Parses a definition, its functions one by one; again only where its text changed. */
export function readService(source: Source, previous: readonly Chunk[] = []): Service {
  const { text, syntax, parts, problems, chunks } = readParts(
    source.path,
    source.text,
    'functions',
    previous,
  );
  const entries: Entry[] = [];
  const functions: Entry[] = [];
  const lists: Node[] = [];
  for (const { key, tree } of parts) {
    if (tree?.kind === 'list') lists.push(...tree.items);
    if (tree?.kind === 'map') (key.startsWith('functions/') ? functions : entries).push(...tree.entries);
  }
  const place = {
    origin: { move: (offset: number) => offset },
    inner: { start: 0, end: text.length },
    outer: { start: 0, end: text.length },
  };
  const map: Node = { kind: 'map', place, entries: functions };
  const divided: Node = lists.length > 0 ? { kind: 'list', place, items: [...lists, map] } : map;
  const isDivided = functions.length > 0 || lists.length > 0;
  const key = entryOf({ kind: 'map', place, entries }, 'functions')?.key ?? entries[0]?.key;
  const root: Node = {
    kind: 'map',
    place,
    entries:
      isDivided && key ? [...entries, { key: { ...key, value: 'functions' }, value: divided }] : entries,
  };
  return { source, syntax, root, chunks, problems, files: new Map(), effort: { steps: 0 } };
}

/** What another file says; undefined where it cannot be read. */
export function fileNode(path: string, service: Service): Node | undefined {
  const { files, source, problems } = service;
  const included = source.include(path);
  if (!included) return undefined;
  if (files.has(included)) return files.get(included);
  const { text, start } = included;
  // A tree stands in one place: of two files with equal texts only one can have the kept tree.
  const isTwin = [...files.keys()].some((file) => file.text === text);
  const parse = /\.json$/i.test(path) ? parseJson : /\.ya?ml$/i.test(path) ? parseYamlAlone : plainText;
  const { tree, origin, problems: found } = isTwin ? parse(text) : source.once(parse, text);
  origin.move = (offset) => start + offset;
  problems.push(
    ...found.slice(0, 3).map(({ message, span }) => ({
      message,
      span: { start: start + span.start, end: start + span.end },
    })),
  );
  files.set(included, tree);
  return tree;
}

function parseYamlAlone(text: string): Parsed {
  return parseYaml(text);
}

/** A file that is neither YAML nor JSON is one text. */
function plainText(text: string): Parsed {
  const origin: Origin = { move: (offset) => offset };
  const span = { start: 0, end: text.length };
  const place = { origin, inner: span, outer: span };
  const tree: Node = {
    kind: 'scalar',
    place,
    value: text,
    quoted: true,
    spelling: 'yaml-plain',
    offsets: () => undefined,
  };
  return { tree, origin, problems: [] };
}
