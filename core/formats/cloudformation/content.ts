import { entryOf, outerOf, repeatedKeys, spanOf, valueAt, type Entry } from '../../syntax/node.ts';
import type { Chunk } from './chunk.ts';
import type { Keeper, Resource } from './template.ts';

/** What a chunk of a template holds: sections, or entries of `Resources`. */
export interface Content {
  readonly sections: readonly Entry[];
  /** Entries that stand for others, such as `Fn::ForEach`, included. */
  readonly resources: readonly Resource[];
  /** Whether there is something in it that stands for something else. */
  readonly isSpecial: boolean;
}

/** Sorts what a chunk holds; once for each chunk. */
export function contentOf(chunk: Chunk): Content {
  chunk.content ??= sorted(chunk);
  return chunk.content;
}

function sorted(chunk: Chunk): Content {
  const { key, standing, reusable } = chunk;
  const entries = standing.parsed.tree?.kind === 'map' ? standing.parsed.tree.entries : [];
  const isResource = key.startsWith('Resources/');
  const sections = isResource ? [] : entries;
  const resources = isResource ? entries : sections.flatMap(resourcesIn);
  return {
    isSpecial: /AWS::Include|Fn::ForEach/.test(standing.text),
    sections,
    resources: resources.map((entry) =>
      resourceOf(entry, standing.text, reusable ? { chunk, kept: new Map() } : undefined),
    ),
  };
}

function resourcesIn({ key, value }: Entry): readonly Entry[] {
  return key.value === 'Resources' && value.kind === 'map' ? value.entries : [];
}

/** The resource that an entry of `text` defines. */
export function resourceOf({ key, value }: Entry, text: string, keeper?: Keeper): Resource {
  const properties = valueAt(value, 'Properties');
  const type = entryOf(value, 'Type')?.value;
  const end = endOf({ key, value }, text);
  return {
    logicalId: key.value,
    type: type?.kind === 'scalar' ? type.value : '',
    // A kept resource moves.
    get keySpan() {
      return spanOf(key);
    },
    get span() {
      const { start } = outerOf(key);
      return { start, end: Math.max(start, key.place.origin.move(end)) };
    },
    node: value,
    properties,
    repeated: [...repeatedKeys(value), ...repeatedKeys(properties)],
    ...(keeper && { keeper }),
  };
}

/** Where the text of an entry ends, without the blank lines behind it; an alias stands for what is elsewhere. */
function endOf({ key, value }: Entry, text: string): number {
  const { outer, origin } = key.place;
  if (value.place.origin !== origin) return outer.end;
  return outer.start + text.slice(outer.start, value.place.inner.end).trimEnd().length;
}
