import { textOf, type ScalarNode } from '../../syntax/node.ts';
import type { Text } from '../../text.ts';

/** A stretch of the template of an `Fn::Sub`. */
export type Segment =
  | { readonly kind: 'static' | 'literal'; readonly text: string; readonly start: number }
  | { readonly kind: 'variable'; readonly text: string; readonly start: number; readonly name: string };

/** The stretches of the template of an `Fn::Sub`; `${!x}` is the literal `${x}`. */
export function subSegments(template: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const { 0: whole, 1: literal, 2: written = '', index: start } of template.matchAll(
    /\$\{(!?)([^{}]*)\}/g,
  )) {
    if (start > end) segments.push({ kind: 'static', text: template.slice(end, start), start: end });
    if (literal) segments.push({ kind: 'literal', text: `\${${written}}`, start });
    else segments.push({ kind: 'variable', text: whole, start, name: written.trim() });
    end = start + whole.length;
  }
  if (end < template.length) segments.push({ kind: 'static', text: template.slice(end), start: end });
  return segments;
}

/**
 * The template of an `Fn::Sub` as the text that it makes: `${!x}` is `${x}`, what the file defines has its
 * value, and what it does not stays as written.
 */
export function subText(template: ScalarNode, valueOf: (name: string) => string | undefined): Text {
  const { offsets: source, ...rest } = textOf(template);
  const at = (index: number) => source?.[index] ?? rest.span.start + index;
  const offsets: number[] = [];
  let value = '';
  for (const segment of subSegments(template.value)) {
    const known = segment.kind === 'variable' ? valueOf(segment.name) : undefined;
    const made = known ?? segment.text;
    for (let index = 0; index < made.length; index++) {
      const skipped = segment.kind === 'literal' && index >= 2 ? 1 : 0;
      offsets.push(at(known === undefined ? segment.start + index + skipped : segment.start));
    }
    value += made;
  }
  offsets.push(rest.span.end);
  const isSource = !source && value === template.value;
  return { ...rest, value, insideSub: true, ...(!isSource && { offsets }) };
}
