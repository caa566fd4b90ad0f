import type { Span } from '../../span.ts';
import { maximumSteps, type Folder } from './scope.ts';
import {
  asText,
  contentOf,
  textOfPieces,
  type MapEntry,
  type Piece,
  type Reference,
  type TextValue,
  type Value,
} from './value.ts';

type Pieces = (Piece | Reference)[];

/** A value as the JSON text of `jsonencode`, every character of its texts where it is written. */
export function jsonText(value: Value, span: Span, effort: Folder['effort']): TextValue {
  return textOfPieces(pieces(value), span);

  function pieces(one: Value): Pieces {
    effort.steps += 1;
    if (effort.steps > maximumSteps) return [sign('null', one.span.start)];
    if (one.kind === 'list') return enclosed('[', one.items.map(pieces), ']', one.span);
    if (one.kind === 'map') return enclosed('{', one.entries.map(entry), '}', one.span);
    if (one.kind === 'plain') return [sign(String(one.value), one.span.start)];
    return quoted(asText(one));
  }

  function entry({ key, value: of }: MapEntry): Pieces {
    return [...quoted(key), sign(':', key.span.end), ...pieces(of)];
  }
}

function enclosed(opening: string, items: readonly Pieces[], closing: string, { start, end }: Span): Pieces {
  return [
    sign(opening, start),
    ...items.flatMap((item, index) =>
      index === 0 ? item : [sign(',', item[0] ? placeOf(item[0]) : start), ...item],
    ),
    sign(closing, Math.max(start, end - 1)),
  ];
}

function quoted(text: TextValue | undefined): Pieces {
  if (!text) return [sign('null', 0)];
  const { value, offsets } = contentOf(text) ?? { value: '', offsets: [] };
  const escaped: number[] = [];
  let written = '';
  for (let index = 0; index < value.length; index++) {
    const piece = JSON.stringify(value[index]).slice(1, -1);
    for (let count = 0; count < piece.length; count++) escaped.push(offsets[index] ?? text.inner.start);
    written += piece;
  }
  const piece: Piece = { kind: 'piece', value: written, start: text.inner.start, offsets: escaped };
  return [sign('"', text.span.start), piece, sign('"', text.inner.end)];
}

function sign(value: string, start: number): Piece {
  return { kind: 'piece', value, start, isComputed: true };
}

function placeOf(piece: Piece | Reference): number {
  return piece.kind === 'reference' ? piece.span.start : piece.start;
}
