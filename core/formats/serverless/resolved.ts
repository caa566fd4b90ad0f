import type { Node } from '../../syntax/node.ts';
import { follow } from './resolve.ts';
import type { Service } from './definition.ts';

// A map that holds itself ends at the first limit, maps that multiply at the second.
const maximumDepth = 60;
const maximumNodes = 20_000;

/** A value with all variables in it replaced, as far as the files tell. */
export function resolved(node: Node, service: Service): Node | undefined {
  let nodes = 0;
  return resolve(node, 0);

  function resolve(one: Node, depth: number): Node | undefined {
    nodes += 1;
    if (depth > maximumDepth || nodes > maximumNodes) return one;
    const found = follow(one, service);
    if (found?.kind === 'tagged') {
      return { ...found, value: resolve(found.value, depth + 1) ?? found.value };
    }
    if (found?.kind === 'list') {
      return { ...found, items: found.items.flatMap((item) => resolve(item, depth + 1) ?? []) };
    }
    if (found?.kind !== 'map') return found;
    const entries = found.entries.flatMap(({ key, value }) => {
      const inner = resolve(value, depth + 1);
      return inner ? [{ key, value: inner }] : [];
    });
    return { ...found, entries };
  }
}
