import type { Span } from '../span.ts';
import type { HclExpression, HclPart, HclText } from './hcl-tree.ts';

/** A piece of a template as it is read: directives are not yet put together. */
export type HclMark = {
  readonly span: Span;
  /** Blanks before it, or behind it, are no part of the text (`~`). */
  readonly trimsBefore?: boolean;
  readonly trimsAfter?: boolean;
} & (
  | HclText
  | { readonly kind: 'value'; readonly expression: HclExpression }
  | { readonly kind: 'open-if'; readonly condition: HclExpression }
  | { readonly kind: 'open-for'; readonly names: readonly string[]; readonly collection: HclExpression }
  | { readonly kind: 'else' | 'close' }
);

interface Open {
  readonly mark: HclMark;
  readonly yes: HclPart[];
  no: HclPart[] | undefined;
}

/** Puts `%{ if }` … `%{ endif }` and `%{ for }` … `%{ endfor }` together; what is not closed ends with the text. */
export function foldDirectives(marks: readonly HclMark[]): readonly HclPart[] {
  const parts: HclPart[] = [];
  const open: Open[] = [];
  const into = () => {
    const last = open.at(-1);
    return last ? (last.no ?? last.yes) : parts;
  };
  const close = () => {
    const closed = open.pop();
    if (closed) into().push(...partOf(closed));
  };
  for (const mark of trimmed(marks)) {
    const last = open.at(-1);
    if (mark.kind === 'text') into().push(mark);
    else if (mark.kind === 'value')
      into().push({ kind: 'value', span: mark.span, expression: mark.expression });
    else if (mark.kind === 'open-if' || mark.kind === 'open-for') open.push({ mark, yes: [], no: undefined });
    else if (mark.kind === 'close') close();
    else if (last) last.no = [];
  }
  while (open.length > 0) close();
  return parts;
}

function partOf({ mark, yes, no = [] }: Open): HclPart[] {
  const { span } = mark;
  if (mark.kind === 'open-if') return [{ kind: 'if', span, condition: mark.condition, yes, no }];
  if (mark.kind !== 'open-for') return [];
  return [{ kind: 'for', span, names: mark.names, collection: mark.collection, parts: yes }];
}

function trimmed(marks: readonly HclMark[]): HclMark[] {
  return marks.map((mark, index) => {
    if (mark.kind !== 'text') return mark;
    const first = marks[index - 1]?.trimsAfter ? (/^\s*/.exec(mark.value)?.[0].length ?? 0) : 0;
    const kept = marks[index + 1]?.trimsBefore ? mark.value.trimEnd() : mark.value;
    return first === 0 && kept === mark.value ? mark : slice(mark, first, Math.max(first, kept.length));
  });
}

/** A part of a text. */
function slice(text: HclText, start: number, end: number): HclText {
  const at = (index: number) => text.offsets?.[index] ?? text.span.start + index;
  return {
    kind: 'text',
    span: { start: at(start), end: end === text.value.length ? text.span.end : at(end) },
    value: text.value.slice(start, end),
    ...(text.offsets && { offsets: text.offsets.slice(start, end) }),
  };
}
