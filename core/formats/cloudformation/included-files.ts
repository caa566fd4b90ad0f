import { parseJson } from '../../syntax/json.ts';
import type { Node, Origin, Parsed } from '../../syntax/node.ts';
import { parseYaml } from '../../syntax/yaml.ts';
import type { Source } from '../source.ts';
import type { Chunk } from './chunk.ts';

/** A file that belongs to a template, as a tree. */
export interface IncludedTree {
  readonly path: string;
  readonly tree: Node | undefined;
}

/** The files that belong to a template, read and parsed as they are asked for. */
export interface IncludedFiles {
  /** Undefined for an address of S3 or the web, and for a file that cannot be read. */
  treeAt(location: string, from: string): IncludedTree | undefined;
  /** The text that a node's tree was read from. */
  textOf(node: Node): string;
}

/** The files that belong to a template that is read in chunks. */
export function includedFiles(source: Source, chunks: readonly Chunk[]): IncludedFiles {
  const trees = new Map<string, IncludedTree>();
  const texts = new Map<Origin, string>();
  return {
    textOf: ({ place: { origin } }) => {
      const chunk = chunks.find(({ standing }) => standing.parsed.origin === origin);
      return texts.get(origin) ?? chunk?.standing.text ?? '';
    },
    treeAt(location, from) {
      if (!isLocal(location)) return undefined;
      const included = source.include(location, from);
      if (!included) return undefined;
      const { path, text, start } = included;
      const known = trees.get(path);
      if (known) return known;
      const parse = /^\s*\{/.test(text) ? parseJson : parseYamlAlone;
      const kept = source.once(parse, text);
      // A tree stands in one place: of two files with equal texts only one can have the kept one.
      const { tree, origin }: Parsed = texts.has(kept.origin) ? parse(text) : kept;
      origin.move = (offset) => start + offset;
      texts.set(origin, text);
      const found = { path, tree };
      trees.set(path, found);
      return found;
    },
  };
}

/** Whether a location is a path, and no address and no value that is not known. */
function isLocal(location: string): boolean {
  return location !== '' && !/^[a-z][a-z\d+.-]+:|[${}]/i.test(location);
}

function parseYamlAlone(text: string): Parsed {
  return parseYaml(text);
}
