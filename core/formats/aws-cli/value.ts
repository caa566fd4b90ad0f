import type { Span } from '../../span.ts';
import type { Spelling } from '../../spelling.ts';
import type { Text } from '../../text.ts';

/** An argument as the command gets it, as far as the script alone can tell. */
export interface Value {
  /** With `${name}` for what only a run can tell: the id of what a command makes, or a variable from outside. */
  readonly display: string;
  /** The source offset of every character of `display`, and of its end. */
  readonly offsets: readonly number[];
  readonly gaps: readonly Gap[];
  /** Without quotes. */
  readonly span: Span;
  readonly spelling: Spelling;
}

/** A stretch of `display` that is not what the source says. */
interface Gap extends Span {
  /** `lost`: the shell puts nothing in the place of something that was meant for API Gateway. */
  readonly kind: 'unknown' | 'lost';
}

/** What a run makes, or knows, of that name. */
export function unknownValue(name: string, span: Span): Value {
  const display = `\${${name}}`;
  return {
    display,
    offsets: [...Array.from({ length: display.length }, () => span.start), span.end],
    gaps: [{ kind: 'unknown', start: 0, end: display.length }],
    span,
    spelling: 'shell-plain',
  };
}

/** A stretch of another file, or of the script, as it is. */
export function plainValue(text: string, start: number, spelling: Spelling): Value {
  return {
    display: text,
    offsets: Array.from({ length: text.length + 1 }, (_, index) => start + index),
    gaps: [],
    span: { start, end: start + text.length },
    spelling,
  };
}

/** Values one after the other; those that stand elsewhere are at the place where they are named. */
export function joinedValue(parts: readonly Value[], span: Span): Value {
  let display = '';
  const offsets: number[] = [];
  const gaps: Gap[] = [];
  let longest: Value | undefined;
  for (const part of parts) {
    for (const { kind, start, end } of part.gaps) {
      gaps.push({ kind, start: start + display.length, end: end + display.length });
    }
    display += part.display;
    offsets.push(...part.offsets.slice(0, -1));
    if (!longest || part.display.length > longest.display.length) longest = part;
  }
  return {
    display,
    offsets: [...offsets, span.end],
    gaps,
    span,
    spelling: longest?.spelling ?? 'shell-plain',
  };
}

/** A value at another place: where a variable is named that has it. */
export function placedAt(value: Value, { start, end }: Span): Value {
  return { ...value, offsets: [...value.offsets.slice(1).map(() => start), end], span: { start, end } };
}

/** A part of a value, from an offset of `display` to another. */
export function sliceOf(value: Value, start: number, end = value.display.length): Value {
  const offsets = value.offsets.slice(start, end + 1);
  return {
    display: value.display.slice(start, end),
    offsets,
    gaps: value.gaps
      .filter((gap) => gap.start <= end && gap.end >= start)
      .map((gap) => ({ ...gap, start: Math.max(0, gap.start - start), end: Math.min(end, gap.end) - start })),
    span: { start: offsets[0] ?? value.span.start, end: offsets.at(-1) ?? value.span.end },
    spelling: value.spelling,
  };
}

/** Whether the script alone tells the whole value. */
export function isKnown({ gaps }: Value): boolean {
  return gaps.every(({ kind }) => kind === 'lost');
}

/** The name in a value that is nothing but `${name}`. */
export function nameIn(value: Value): string | undefined {
  const [gap] = value.gaps;
  const isWhole = gap?.kind === 'unknown' && gap.start === 0 && gap.end === value.display.length;
  return isWhole ? value.display.slice(2, -1) : undefined;
}

/** The value as a text of the model; undefined where only a run can tell it. */
export function textOf(value: Value): Text | undefined {
  if (!isKnown(value)) return undefined;
  const { display, offsets, gaps, span, spelling } = value;
  const isAsWritten = offsets.every((offset, index) => offset === span.start + index);
  return {
    value: display,
    span,
    spelling,
    ...(gaps.length > 0 && { expanded: true }),
    ...(isAsWritten ? {} : { offsets }),
  };
}
