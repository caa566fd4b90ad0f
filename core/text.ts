import type { Span } from './span.ts';
import { spellings, type Spelling } from './spelling.ts';

/** A text of a definition file: its value with the host language's escapes removed, and where it stands. */
export interface Text {
  readonly value: string;
  /** The source of the value without quotes or block indicator. */
  readonly span: Span;
  readonly spelling: Spelling;
  /** The text is the template of an `Fn::Sub`, where `${` must be written `${!`. */
  readonly insideSub?: true;
  /** The text is a part of a heredoc of Terraform, where `${` must be written `$${`. */
  readonly insideHeredoc?: true;
  /** The format implies the text: it is written nowhere, nothing can edit it, and the span is where it is shown. */
  readonly implied?: true;
  /** A shell put nothing in the place of something such as `$request`, which was meant for API Gateway. */
  readonly expanded?: true;
  /** Where a function puts the text together: those of its pieces that are written out. */
  readonly pieces?: readonly TextPiece[];
  /**
   * The source offset of every character of the value, and of its end.
   * Absent where the value is the source, character by character.
   */
  readonly offsets?: readonly number[];
}

/** A text that is a piece of another one. */
export interface TextPiece {
  readonly text: Text;
  /** The offset in the value of the whole at which it begins. */
  readonly at: number;
}

/** The source offset of an offset in the value. */
export function sourceOffset(text: Text, valueOffset: number): number {
  return text.offsets?.[valueOffset] ?? Math.min(text.span.start + valueOffset, text.span.end);
}

/** The source span of a span of the value. */
export function sourceSpan(text: Text, span: Span): Span {
  return { start: sourceOffset(text, span.start), end: sourceOffset(text, span.end) };
}

/** The offset in the value that stands at, or is the nearest before, a source offset; undefined outside the text. */
export function valueOffset(text: Text, source: number): number | undefined {
  if (source < text.span.start || source > text.span.end) return undefined;
  if (!text.offsets) return source - text.span.start;
  const after = text.offsets.findIndex((offset) => offset > source);
  return after === -1 ? text.value.length : Math.max(0, after - 1);
}

/** How a piece of the value is written into the source of the text, with the escapes that its place needs. */
export function encodeIn(text: Text, piece: string): string {
  const written = spellings[text.spelling](text.insideSub ? piece.replaceAll('${', '${!') : piece);
  return text.insideHeredoc ? spellings['hcl-heredoc'](written) : written;
}
