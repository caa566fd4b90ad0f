import type { Span } from '../span.ts';
import type { Node, Origin, ScalarNode } from '../syntax/node.ts';
import type { Text } from '../text.ts';
import { computedText } from './combine-text.ts';
import { pathOf, type Value } from './value.ts';

/** Spans of values stand in the whole reading already. */
const origin: Origin = { move: (offset) => offset };

/** How deep values may nest that a program puts into each other. */
const deepest = 100;

/**
 * A value as a tree of keys and values, as other notations have it. `foreign` makes the tree of what the program
 * does not define; without it, that is its dotted name in `${}`.
 */
export function treeOf(value: Value, foreign?: (value: Value) => Node | undefined, depth = 0): Node {
  if (depth > deepest) return scalarOf(computedText('', value.span).text, value.span, false);
  const made = foreign?.(value);
  if (made) return made;
  const place = { origin, inner: value.span, outer: value.span };
  const inside = (one: Value) => treeOf(one, foreign, depth + 1);
  switch (value.kind) {
    case 'text':
      return scalarOf(value.text, value.span, true);
    case 'plain':
      return scalarOf(computedText(String(value.value), value.span).text, value.span, false);
    case 'map': {
      const entries = [...value.entries.values()].map((slot) => ({
        key: scalarOf(slot.key, slot.key.span, true),
        value: inside(slot.value),
      }));
      return { kind: 'map', place, entries };
    }
    case 'list':
      return { kind: 'list', place, items: value.items.map(inside) };
    case 'made':
    case 'function':
    case 'class':
    case 'instance':
    case 'module':
    case 'part':
    case 'unknown':
      return scalarOf(computedText(`\${${pathOf(value)}}`, value.span).text, value.span, false);
  }
}

/** A text as a node. */
export function scalarOf(text: Text, outer: Span, quoted: boolean): ScalarNode {
  const { value, spelling, offsets } = text;
  const place = { origin, inner: text.span, outer };
  return { kind: 'scalar', place, value, quoted, spelling, offsets: () => offsets };
}
