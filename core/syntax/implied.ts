import type { Entry, Node, ScalarNode } from './node.ts';

/** A text that a framework puts in by itself, shown where the given node stands. */
export function impliedText(value: string, { place }: Node): ScalarNode {
  const { start, end } = place.inner;
  return {
    kind: 'scalar',
    place,
    value,
    quoted: true,
    spelling: 'yaml-plain',
    implied: true,
    offsets: () => [...Array.from({ length: value.length }, () => start), end],
  };
}

/** A map that a framework makes, of keys that stand where the given node stands unless they are given as nodes. */
export function impliedMap(entries: Readonly<Record<string, Node | undefined>>, at: Node): Node {
  return {
    kind: 'map',
    place: at.place,
    entries: Object.entries(entries).flatMap(([key, value]) =>
      value ? [{ key: impliedText(key, at), value }] : [],
    ),
  };
}

/** A list that a framework makes. */
export function impliedList(items: readonly Node[], { place }: Node): Node {
  return { kind: 'list', place, items };
}

/** An entry under another key than it is written with. */
export function renamed({ key, value }: Entry, name: string): Entry {
  return { key: { ...key, value: name }, value };
}

/** Two maps as one: the later one's entries count, maps among them are merged key by key. */
export function mergedNodes(earlier: Node | undefined, later: Node): Node {
  if (earlier?.kind !== 'map' || later.kind !== 'map') return later;
  const entries = new Map(earlier.entries.map((entry) => [entry.key.value, entry]));
  for (const { key, value } of later.entries) {
    entries.set(key.value, { key, value: mergedNodes(entries.get(key.value)?.value, value) });
  }
  return { ...later, entries: [...entries.values()] };
}
