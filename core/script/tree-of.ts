import type { Span } from '../span.ts';
import type { Node, Origin, ScalarNode } from '../syntax/node.ts';
import type { Text } from '../text.ts';
import { computedText } from './combine-text.ts';
import { pathOf, type Value } from './value.ts';

/** Spans of values stand in the whole reading already. */
const origin: Origin = { move: (offset) => offset };

/** How deep values may nest that a program puts into each other. */
const deepest = 100;
/** How many values a tree may have: those in a circle are without end. */
const mostSteps = 50_000;

/** Makes the tree of a value that is used at a place; undefined to leave it. */
export type Foreign = (value: Value, span: Span) => Node | undefined;

/**
 * A value as a tree of keys and values, as other notations have it. What the program
 * does not define is its dotted name in `${}` unless `foreign` makes something else of it.
 */
export function treeOf(
  value: Value,
  foreign?: Foreign,
  span: Span = value.span,
  effort = { steps: 0 },
  depth = 0,
): Node {
  effort.steps += 1;
  if (depth > deepest || effort.steps > mostSteps) return scalarOf(computedText('', span).text, span, false);
  const made = foreign?.(value, span);
  if (made) return made;
  const place = { origin, inner: span, outer: span };
  switch (value.kind) {
    case 'text':
      return scalarOf(value.text, value.span, true);
    case 'plain':
      return scalarOf(computedText(String(value.value), span).text, span, false);
    case 'map': {
      const entries = [...value.entries.values()].map((slot) => ({
        key: scalarOf(slot.key, slot.key.span, true),
        value: treeOf(slot.value, foreign, slot.span, effort, depth + 1),
      }));
      return { kind: 'map', place, entries };
    }
    case 'list':
      return {
        kind: 'list',
        place,
        items: value.items.map((item) => treeOf(item, foreign, item.span, effort, depth + 1)),
      };
    case 'made':
    case 'function':
    case 'class':
    case 'instance':
    case 'module':
    case 'part':
    case 'unknown':
      return scalarOf(computedText(`\${${pathOf(value)}}`, span).text, span, false);
  }
}

/** A text as a node. */
export function scalarOf(text: Text, outer: Span, quoted: boolean): ScalarNode {
  const { value, spelling, offsets } = text;
  const place = { origin, inner: text.span, outer };
  return { kind: 'scalar', place, value, quoted, spelling, offsets: () => offsets };
}
