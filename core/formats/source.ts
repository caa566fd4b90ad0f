import { joinPath, folderOf } from '../paths.ts';

/** A definition file with what stands around it, as a format reads it. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /**
   * Another file that the definition names, relative to `from` (the definition itself unless told). It is laid behind
   * the text, once: offsets of what it says count from its `start`. Undefined where it cannot be read.
   */
  include(path: string, from?: string): Included | undefined;
  /** The names of the files in a folder, relative to `from`; none where it cannot be read. */
  list(folder: string, from?: string): readonly string[];
  /** What `make` makes of a text; made again only if neither this reading nor the one before has it. */
  once<Made>(make: (text: string) => Made, text: string): Made;
  /** The text with all that was laid behind it so far. */
  wholeText(): string;
}

/** A file that was laid behind the definition's own text. */
export interface Included {
  readonly path: string;
  readonly text: string;
  /** Where its first character stands; one line break stands before it. */
  readonly start: number;
}

/** What a reading may see of other files; paths are as the definition's own path, joined with what it names. */
export interface Surroundings {
  /** Undefined where there is no such file, or none that may be read. */
  readonly read: (path: string) => string | undefined;
  /** The names of the files in a folder. */
  readonly list: (folder: string) => readonly string[];
}

/** A file alone. */
export const noSurroundings: Surroundings = { read: () => undefined, list: () => [] };

/** What was made of texts, by who made it. */
export type Memo = ReadonlyMap<(text: string) => unknown, ReadonlyMap<string, unknown>>;

/** Bounds what a definition that includes itself, or a folder of thousands, can cost. */
const mostIncluded = 200;

/** A source, and what became of it when all was read. */
export interface OpenSource extends Source {
  /** The files laid behind the text, in that order. */
  readonly files: readonly Included[];
  /** Every path and folder that was asked for, found or not: the reading is out of date when one of them changes. */
  readonly lookedAt: ReadonlySet<string>;
  readonly memo: Memo;
}

/** Opens a definition for reading. */
export function openSource(
  path: string,
  text: string,
  surroundings: Surroundings,
  previous: Memo = new Map(),
): OpenSource {
  const files: Included[] = [];
  const lookedAt = new Set<string>();
  const memo = new Map<(text: string) => unknown, Map<string, unknown>>();
  let end = text.length;
  let whole = text;
  let joined = 0;
  return {
    path,
    text,
    files,
    lookedAt,
    memo,
    include(named, from = path) {
      const wanted = joinPath(folderOf(from), named);
      const known = files.find((file) => file.path === wanted);
      if (known || wanted === path) return known;
      lookedAt.add(wanted);
      const found = files.length < mostIncluded ? surroundings.read(wanted) : undefined;
      if (found === undefined) return undefined;
      const included = { path: wanted, text: found, start: end + 1 };
      end = included.start + found.length;
      files.push(included);
      return included;
    },
    list(folder, from = path) {
      const wanted = joinPath(folderOf(from), folder);
      lookedAt.add(wanted);
      return surroundings.list(wanted);
    },
    once<Made>(make: (text: string) => Made, of: string): Made {
      const made = memo.get(make) ?? new Map<string, unknown>();
      memo.set(make, made);
      if (!made.has(of)) {
        const before = previous.get(make);
        made.set(of, before?.has(of) ? before.get(of) : make(of));
      }
      // The map of a function holds nothing but its own results.
      return made.get(of) as Made;
    },
    wholeText() {
      for (const file of files.slice(joined)) whole += `\n${file.text}`;
      joined = files.length;
      return whole;
    },
  };
}
