import type { Problem } from '../../problem.ts';
import { computedText } from '../../script/combine-text.ts';
import { runScript } from '../../script/run-script.ts';
import { scalarOf, treeOf } from '../../script/tree-of.ts';
import { pathOf, type Value } from '../../script/value.ts';
import type { Span } from '../../span.ts';
import { parseJson } from '../../syntax/json.ts';
import { entryOf, type Entry, type Node, type Origin, type Parsed } from '../../syntax/node.ts';
import { parseYaml } from '../../syntax/yaml.ts';
import type { Chunk } from '../cloudformation/chunk.ts';
import { readParts } from '../cloudformation/parts.ts';
import type { Included, Source } from '../source.ts';

/** A definition of the Serverless Framework as a tree, with the files that it names. */
export interface Service {
  readonly source: Source;
  readonly format: 'serverless-yml' | 'serverless-json' | 'serverless-ts';
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
  return /\.[mc]?[jt]s$/i.test(source.path) ? serviceOfScript(source) : serviceOfParts(source, previous);
}

/** A service that is an object in TypeScript or JavaScript. */
function serviceOfScript(source: Source): Service {
  const span = { start: 0, end: source.text.length };
  const place = { origin: { move: (offset: number) => offset }, inner: span, outer: span };
  const exported = runScript(source).exported.get('default');
  return {
    source,
    format: 'serverless-ts',
    root: exported ? treeOf(exported, knownLater) : { kind: 'map', place, entries: [] },
    chunks: [],
    problems: [],
    files: new Map(),
    effort: { steps: 0 },
  };
}

/** What the program takes from elsewhere, as a variable that only a deployment knows. */
function knownLater(value: Value, span: Span): Node | undefined {
  if (/^(?:text|plain|map|list)$/.test(value.kind)) return undefined;
  return scalarOf(computedText(`\${script:${pathOf(value)}}`, span).text, span, true);
}

function serviceOfParts(source: Source, previous: readonly Chunk[]): Service {
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
  const format = syntax === 'json' ? 'serverless-json' : 'serverless-yml';
  return { source, format, root, chunks, problems, files: new Map(), effort: { steps: 0 } };
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
