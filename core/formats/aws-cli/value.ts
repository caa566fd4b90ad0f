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
  /** How its stretches are spelled; an argument may have several kinds of quotes. */
  readonly runs: readonly Run[];
}

interface Run extends Span {
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
    runs: [],
  };
}

/** A stretch of another file, or of the script, as it is. */
export function plainValue(text: string, start: number, spelling: Spelling): Value {
  return {
    display: text,
    offsets: Array.from({ length: text.length + 1 }, (_, index) => start + index),
    gaps: [],
    span: { start, end: start + text.length },
    runs: [{ start: 0, end: text.length, spelling }],
  };
}

/** Values one after the other; those that stand elsewhere are at the place where they are named. */
export function joinedValue(parts: readonly Value[], span: Span): Value {
  const offsets = parts.flatMap((part) => part.offsets.slice(0, -1));
  let display = '';
  const gaps: Gap[] = [];
  const runs: Run[] = [];
  for (const part of parts) {
    gaps.push(...part.gaps.map((gap) => moved(gap, display.length)));
    runs.push(...part.runs.map((run) => moved(run, display.length)));
    display += part.display;
  }
  return { display, offsets: [...offsets, span.end], gaps, span, runs };
}

function moved<Stretch extends Span>(stretch: Stretch, by: number): Stretch {
  return { ...stretch, start: stretch.start + by, end: stretch.end + by };
}

/** A value at another place: where a variable is named that has it. */
export function placedAt(value: Value, { start, end }: Span): Value {
  return { ...value, offsets: [...value.offsets.slice(1).map(() => start), end], span: { start, end } };
}

/** A part of a value, from an offset of `display` to another. */
export function sliceOf(value: Value, start: number, end = value.display.length): Value {
  const offsets = value.offsets.slice(start, end + 1);
  const within = <Stretch extends Span>(stretches: readonly Stretch[]) =>
    stretches
      .filter((one) => one.start <= end && one.end >= start)
      .map((one) => ({ ...one, start: Math.max(0, one.start - start), end: Math.min(end, one.end) - start }));
  return {
    display: value.display.slice(start, end),
    offsets,
    gaps: within(value.gaps),
    span: { start: offsets[0] ?? value.span.start, end: offsets.at(-1) ?? value.span.end },
    runs: within(value.runs),
  };
}

/** How most of the value is spelled. */
export function spellingOf({ runs }: Value): Spelling {
  const [longest] = runs.toSorted((one, other) => other.end - other.start - (one.end - one.start));
  return longest?.spelling ?? 'shell-plain';
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
  const { display, offsets, gaps, span } = value;
  const isAsWritten = offsets.every((offset, index) => offset === span.start + index);
  return {
    value: display,
    span,
    spelling: spellingOf(value),
    ...(gaps.length > 0 && { expanded: true }),
    ...(isAsWritten ? {} : { offsets }),
  };
}
