import type { Span } from '../../span.ts';
import type { Spelling } from '../../spelling.ts';
import type { Text } from '../../text.ts';

/** What an expression of Terraform makes, as far as the files alone tell; places are offsets of the reading. */
export type Value = TextValue | PlainValue | ListValue | MapValue | Reference;

/** A text; what only AWS knows of it stays a reference. */
export interface TextValue {
  readonly kind: 'text';
  readonly pieces: readonly (Piece | Reference)[];
  /** Without quotes. */
  readonly inner: Span;
  readonly span: Span;
  readonly spelling: Spelling;
  /** What `jsonencode` made the text of. */
  readonly structure?: Value;
}

/** A stretch of known text. */
export interface Piece {
  readonly kind: 'piece';
  readonly value: string;
  /** Where its first character stands. */
  readonly start: number;
  /** The place of every character, where they do not follow each other in the source. */
  readonly offsets?: readonly number[];
  /** The text was computed: all of it stands at `start`. */
  readonly isComputed?: true;
}

interface PlainValue {
  readonly kind: 'plain';
  readonly value: number | boolean | null;
  readonly span: Span;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly span: Span;
  /** Made by `[*]`: what follows applies to each item. */
  readonly isSplat?: true;
}

export interface MapValue {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly span: Span;
}

export interface MapEntry {
  readonly key: TextValue;
  /** Where the map has the key; it may be written elsewhere. */
  readonly place: Span;
  readonly value: Value;
}

/** What only AWS knows, or the person who runs Terraform. */
export interface Reference {
  readonly kind: 'reference';
  /** `aws_apigatewayv2_route`, `join`, `["k"]`, `id`; empty for what is more than an address. */
  readonly path: readonly string[];
  /** Where it is written in the text of its stretch: few are ever shown. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly span: Span;
}

/** A reference as it is written. */
export function sourceOf({ text, start, end }: Reference): string {
  return text.slice(start, end).replaceAll(/\s+/g, ' ');
}

/** A text that was computed. */
export function computedText(value: string, span: Span): TextValue {
  const piece: Piece = { kind: 'piece', value, start: span.start, isComputed: true };
  return { kind: 'text', pieces: [piece], inner: span, span, spelling: 'hcl' };
}

/** A text of pieces that stand in an expression. */
export function textOfPieces(pieces: TextValue['pieces'], span: Span): TextValue {
  return { kind: 'text', pieces, inner: span, span, spelling: 'hcl' };
}

/** A value as text; undefined for lists, maps and null. */
export function asText(value: Value | undefined): TextValue | undefined {
  if (value?.kind === 'text') return value;
  if (value?.kind === 'reference') return textOfPieces([value], value.span);
  if (value?.kind !== 'plain' || value.value === null) return undefined;
  const written = String(value.value);
  const { start, end } = value.span;
  if (written.length !== end - start) return computedText(written, value.span);
  return textOfPieces([{ kind: 'piece', value: written, start }], value.span);
}

/** The pieces of a value that is put into another text: what stands elsewhere stands where it is put in. */
export function piecesIn(value: Value | undefined, place: Span): TextValue['pieces'] {
  const found: (Piece | Reference)[] = [];
  let elsewhere = '';
  const addElsewhere = () => {
    if (elsewhere !== '')
      found.push({ kind: 'piece', value: elsewhere, start: place.start, isComputed: true });
    elsewhere = '';
  };
  for (const piece of asText(value)?.pieces ?? []) {
    const isHere = piece.kind === 'piece' && piece.start >= place.start && piece.start <= place.end;
    if (piece.kind === 'piece' && !isHere) elsewhere += piece.value;
    else {
      addElsewhere();
      found.push(piece);
    }
  }
  addElsewhere();
  return found;
}

/** How much a text holds: its length, and the references in it. */
export function sizeOf(pieces: TextValue['pieces']): number {
  return pieces.reduce((size, piece) => size + (piece.kind === 'piece' ? piece.value.length : 1), 0);
}

/** The text, if nothing of it is unknown. */
export function stringOf(value: Value | undefined): string | undefined {
  const pieces = asText(value)?.pieces;
  if (!pieces) return undefined;
  let found = '';
  for (const piece of pieces) {
    if (piece.kind === 'reference') return undefined;
    found += piece.value;
  }
  return found;
}

/** The number, also of a text that says one. */
export function numberOf(value: Value | undefined): number | undefined {
  const text = stringOf(value);
  const number = Number(text || Number.NaN);
  return Number.isNaN(number) ? undefined : number;
}

/** The boolean, also of a text that says one. */
export function booleanOf(value: Value | undefined): boolean | undefined {
  const text = stringOf(value);
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

export function isNull(value: Value): boolean {
  return value.kind === 'plain' && value.value === null;
}

/** The value of a key. */
export function entryOf(value: Value | undefined, key: string): MapEntry | undefined {
  if (value?.kind !== 'map') return undefined;
  return value.entries.findLast((entry) => stringOf(entry.key) === key);
}

/** What a value refers to, in order. */
export function referencesOf(value: Value | undefined): Reference[] {
  if (value?.kind === 'reference') return [value];
  if (value?.kind === 'text') return value.pieces.filter((piece) => piece.kind === 'reference');
  if (value?.kind === 'list') return value.items.flatMap(referencesOf);
  return [];
}

/** A value for people: references in `${}` inside a text, as written where they are all there is. */
export function displayOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'reference') return sourceOf(value);
  const [only, ...others] = asText(value)?.pieces ?? [];
  if (only?.kind === 'reference' && others.length === 0) return sourceOf(only);
  return shownOf(value);
}

/** A text with references in `${}`. */
export function shownOf(value: Value | undefined): string | undefined {
  return asText(value)
    ?.pieces.map((piece) => (piece.kind === 'piece' ? piece.value : `\${${sourceOf(piece)}}`))
    .join('');
}

/** A text with references in `${}`, and the place of every character. */
export function contentOf(value: Value | undefined): { value: string; offsets: number[] } | undefined {
  const text = asText(value);
  if (!text) return undefined;
  const offsets: number[] = [];
  let content = '';
  for (const piece of text.pieces) {
    const piecePlace = piece.kind === 'reference' ? piece.span.start : piece.start;
    const written = piece.kind === 'reference' ? `\${${sourceOf(piece)}}` : piece.value;
    for (let index = 0; index < written.length; index++) {
      offsets.push(
        piece.kind === 'reference' || piece.isComputed
          ? piecePlace
          : (piece.offsets?.[index] ?? piecePlace + index),
      );
    }
    content += written;
  }
  offsets.push(endOf(text));
  return { value: content, offsets };
}

/** Where a cursor stands behind the last character: in what is joined that is not the end of the expression. */
function endOf({ pieces, inner }: TextValue): number {
  const last = pieces.at(-1);
  const isSource = last?.kind === 'piece' && !last.offsets && !last.isComputed;
  return isSource ? last.start + last.value.length : inner.end;
}

/** The text with its places; undefined where a part of it is unknown. */
export function placedText(value: Value | undefined): Text | undefined {
  const text = asText(value);
  if (!text || text.pieces.some((piece) => piece.kind === 'reference')) return undefined;
  const { inner: span, spelling } = text;
  const [only, ...others] = text.pieces;
  if (only?.kind === 'piece' && others.length === 0 && isSource(only, span)) {
    return { value: only.value, span, spelling };
  }
  const { value: content, offsets } = contentOf(text) ?? { value: '', offsets: [] };
  const follows = offsets.every((offset, index) => offset === span.start + index);
  return { value: content, span, spelling, ...(!follows && { offsets: within(offsets, span) }) };
}

/** Whether a piece is what stands there, as most texts are. */
function isSource({ value, start, offsets, isComputed }: Piece, span: Span): boolean {
  return !offsets && !isComputed && start === span.start && value.length === span.end - span.start;
}

/** What is computed of texts that stand elsewhere stands at an end of the span. */
function within(offsets: readonly number[], { start, end }: Span): number[] {
  return offsets.map((offset) => Math.min(Math.max(offset, start), end));
}
