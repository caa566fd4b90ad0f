/** A stretch of text as two offsets, the second exclusive; the only coordinates used inside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the offset stands in the span or at one of its ends, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}

/** Whether the first span is a part of the second. */
export function isInside(part: Span, whole: Span): boolean {
  return part.start >= whole.start && part.end <= whole.end;
}
