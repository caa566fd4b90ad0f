import type { WrittenPair } from '../../api.ts';
import { textOf, type Node } from '../../syntax/node.ts';
import type { Text } from '../../text.ts';
import { callOf } from './intrinsics.ts';
import { follow, placedText } from './resolve.ts';
import type { Template } from './template.ts';

/** The entries of a map whose values the file alone can tell; undefined where there is no map. */
export function writtenPairs(node: Node | undefined, template: Template): WrittenPair[] | undefined {
  const map = follow(node, template);
  if (map?.kind !== 'map' || callOf(map)) return undefined;
  return map.entries.flatMap(({ key, value }) => {
    const text = placedText(value, template);
    return text ? [{ key: textOf(key), value: text }] : [];
  });
}

/** The keys of a map; undefined where there is none. */
export function writtenKeys(node: Node | undefined): Text[] | undefined {
  return node?.kind === 'map' && !callOf(node) ? node.entries.map(({ key }) => textOf(key)) : undefined;
}

/** The texts of a list, or a text alone, as far as the file tells them; undefined where nothing is written. */
export function writtenTexts(node: Node | undefined, template: Template): Text[] | undefined {
  const list = follow(node, template);
  const items = list?.kind === 'list' ? list.items : list && [list];
  return items?.flatMap((item) => placedText(item, template) ?? []);
}
