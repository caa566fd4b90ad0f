import type { Properties } from '../../../core/api.ts';
import { lineEnd } from '../../../core/lines.ts';
import type { Span } from '../../../core/span.ts';

/** Where a part writes the first of these properties that it has: the value, else the name, else the part's first line. */
export function placeOf(
  text: string,
  part: { readonly span: Span; readonly properties?: Properties },
  ...names: readonly string[]
): Span {
  for (const name of names) {
    const property = part.properties?.[name];
    if (property) return property.text?.span ?? property.span;
  }
  return firstLine(text, part.span);
}

// Longer lines are those of files that a program wrote.
const longestUnderline = 200;

/** What stands in the first line of a span, without what opens the lines below: parts are not underlined as a whole. */
export function firstLine(text: string, { start, end }: Span): Span {
  const line = text.slice(start, Math.min(end, lineEnd(text, start), start + longestUnderline));
  const { length } = line.replace(/[\s:={([,]+$/, '');
  return { start, end: start + (length > 0 ? length : line.length) };
}
