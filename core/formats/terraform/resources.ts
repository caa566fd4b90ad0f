import type { PlacedBlock } from './folder.ts';
import type { Instance } from './instances.ts';
import type { Reference } from './value.ts';

/** What a module makes, to be found by what refers to it. */
export interface Resources {
  readonly all: readonly Instance[];
  readonly ofType: (type: string) => readonly Instance[];
  /** What a reference is to; several where it names all that a block makes. */
  readonly named: (reference: Reference) => readonly Instance[];
  /** Whether the files have a block of that type and name, also one that makes nothing. */
  readonly isDeclared: (type: string, name: string) => boolean;
  /** What the first reference to something of that type is to. */
  readonly find: (references: readonly Reference[], type?: string) => Instance | undefined;
}

/** Lists the instances by type and by address. */
export function resourcesOf(all: readonly Instance[], blocks: readonly PlacedBlock[]): Resources {
  const byType = groupsOf(all, ({ type }) => type);
  const byAddress = groupsOf(all, ({ type, name }) => `${type}.${name}`);
  const named = ({ path }: Reference): readonly Instance[] => {
    const length = path[0] === 'data' ? 3 : 2;
    const found = byAddress.get(path.slice(0, length).join('.')) ?? [];
    const key = path[length];
    if (!key?.startsWith('[') || key === '[*]') return found;
    return found.filter(({ name, logicalId }) => logicalId === name + key);
  };
  return {
    all,
    ofType: (type) => byType.get(type) ?? [],
    named,
    isDeclared: (type, name) =>
      blocks.some(({ block: { labels } }) => labels[0]?.value === type && labels[1]?.value === name),
    find(references, type) {
      for (const reference of references) {
        const found = named(reference).find((one) => type === undefined || one.type === type);
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** The items by key, in their order. */
export function groupsOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const others = groups.get(key);
    if (others) others.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
