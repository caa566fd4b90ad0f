import type { Span } from '../span.ts';
import { combineText, computedText, type Part } from './combine-text.ts';
import { pathOf, type Value } from './value.ts';

/** What `JSON.stringify` and `json.dumps` make of a value, what is unknown in it kept as such. */
export function jsonText(value: Value, span: Span): Value {
  const parts: Part[] = [];
  const start = { start: span.start, end: span.start };
  const literal = (text: string) => parts.push({ value: computedText(text, start), span: start, source: '' });
  const add = (one: Value, depth: number): void => {
    if (depth > 20 || parts.length > 2000) literal('null');
    else if (one.kind === 'text') literal(JSON.stringify(one.text.value));
    else if (one.kind === 'plain') literal(String(one.value));
    else if (one.kind === 'list') {
      literal('[');
      one.items.forEach((item, index) => {
        if (index > 0) literal(',');
        add(item, depth + 1);
      });
      literal(']');
    } else if (one.kind === 'map') {
      literal('{');
      [...one.entries.values()].forEach((slot, index) => {
        literal(`${index > 0 ? ',' : ''}${JSON.stringify(slot.key.value)}:`);
        add(slot.value, depth + 1);
      });
      literal('}');
    } else {
      literal('"');
      parts.push({ value: one, span: start, source: pathOf(one) });
      literal('"');
    }
  };
  add(value, 0);
  return combineText(parts, span, span, undefined);
}
