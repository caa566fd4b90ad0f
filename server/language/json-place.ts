import { parseJson } from '../../core/syntax/json.ts';
import { type Node, outerOf } from '../../core/syntax/node.ts';
import { touches } from '../../core/span.ts';

/** A text, number or switch of a message, with the way to it. */
export interface JsonPlace {
  readonly path: readonly (string | number)[];
  readonly value: string;
}

/** The property or element at an offset of a message; undefined where that is none, or one that holds others. */
export function jsonPlaceAt(message: string, offset: number): JsonPlace | undefined {
  const { tree } = parseJson(message);
  return tree && placeIn(tree, offset, []);
}

function placeIn(node: Node, offset: number, path: readonly (string | number)[]): JsonPlace | undefined {
  if (node.kind === 'scalar') return touches(outerOf(node), offset) ? { path, value: node.value } : undefined;
  if (node.kind === 'list')
    return firstOf(node.items, (item, index) => placeIn(item, offset, [...path, index]));
  if (node.kind !== 'map') return undefined;
  return firstOf(node.entries, ({ key, value }) => {
    const inside = [...path, key.value];
    const isAtKey = touches(outerOf(key), offset);
    return isAtKey && value.kind === 'scalar'
      ? { path: inside, value: value.value }
      : placeIn(value, offset, inside);
  });
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item, index: number) => Found | undefined,
): Found | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
