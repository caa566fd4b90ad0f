import type { Span } from '../span.ts';
import type { Text } from '../text.ts';
import type { Piece, TextValue, Value } from './value.ts';

/** A part of a text that is put together. */
export interface Part {
  readonly value: Value;
  /** Where it is written in the whole: what comes from elsewhere stands at its start. */
  readonly span: Span;
  /** Its source, which stands in `${}` where it is unknown. */
  readonly source: string;
}

/** More than any text of a definition holds. */
const longest = 100_000;

/** The text that parts make, each character where it is written. */
export function combineText(
  parts: readonly Part[],
  outer: Span,
  inner: Span,
  spelling: Text['spelling'] | undefined,
): TextValue {
  const offsets: number[] = [];
  const pieces: Piece[] = [];
  let value = '';
  let own: Text | undefined;
  for (const { value: part, span, source } of parts) {
    if (part.kind === 'text' && isInside(part.text.span, span)) own ??= part.text;
    const piece = part.kind === 'text' ? part.text.value : textOf(part, source);
    if (value.length + piece.length > longest) break;
    value += piece;
    for (const one of part.kind === 'text' ? part.pieces : part.kind === 'plain' ? [piece] : [part]) {
      addPiece(pieces, one);
    }
    const from = part.kind === 'text' && isInside(part.text.span, span) ? part.text : undefined;
    for (let index = 0; index < piece.length; index++) {
      offsets.push(from ? (from.offsets?.[index] ?? from.span.start + index) : span.start);
    }
  }
  offsets.push(inner.end);
  const text = { value, span: inner, spelling: spelling ?? own?.spelling ?? 'script-raw', offsets };
  return { kind: 'text', span: outer, text, pieces };
}

/** A text that stands nowhere as it is. */
export function computedText(value: string, span: Span): TextValue {
  const offsets = [...Array.from({ length: value.length }, () => span.start), span.end];
  return { kind: 'text', span, text: { value, span, spelling: 'script-raw', offsets }, pieces: [value] };
}

/** What is known is one stretch up to what is not. */
function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
  else pieces.push(piece);
}

function textOf(value: Value, source: string): string {
  return value.kind === 'plain' && value.value !== null ? String(value.value) : `\${${source}}`;
}

function isInside(span: Span, outer: Span): boolean {
  return span.start >= outer.start && span.end <= outer.end;
}
