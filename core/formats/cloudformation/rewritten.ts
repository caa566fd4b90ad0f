import { maximumDepth, type Entry, type Node } from '../../syntax/node.ts';

/**
 * A tree in which `replace` has put other entries for some; it gives undefined for an entry that stays, whose value is
 * then looked into. A tree in which nothing is replaced is the same tree.
 */
export function rewritten(
  node: Node,
  replace: (entry: Entry) => readonly Entry[] | undefined,
  depth = 0,
): Node {
  if (depth > maximumDepth) return node;
  const inner = (one: Node) => rewritten(one, replace, depth + 1);
  if (node.kind === 'tagged') {
    const value = inner(node.value);
    return value === node.value ? node : { ...node, value };
  }
  if (node.kind === 'list') {
    const items = node.items.map(inner);
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
  }
  if (node.kind === 'scalar') return node;
  let isChanged = false;
  const entries = node.entries.flatMap((entry) => {
    const replaced = replace(entry);
    const value = replaced ? entry.value : inner(entry.value);
    isChanged ||= replaced !== undefined || value !== entry.value;
    return replaced ?? [value === entry.value ? entry : { key: entry.key, value }];
  });
  return isChanged ? { ...node, entries } : node;
}
