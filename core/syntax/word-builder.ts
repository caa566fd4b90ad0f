import type { Spelling } from '../spelling.ts';
import type { Piece, TextPiece, Word } from './shell-script.ts';

/** Puts a word together from characters and other pieces, in the order of the text. */
export interface WordBuilder {
  /** What a stretch of the source from an offset to another stands for. */
  readonly text: (value: string, start: number, end: number, spelling: Spelling) => void;
  /** Quotes begin: a word is there also if nothing is in them. */
  readonly quote: (start: number, spelling: Spelling) => void;
  readonly piece: (piece: Exclude<Piece, TextPiece>) => void;
  readonly isEmpty: () => boolean;
  readonly word: (start: number, end: number) => Word;
}

/** A builder without anything yet. */
export function wordBuilder(): WordBuilder {
  const pieces: Piece[] = [];
  let value = '';
  let offsets: number[] = [];
  let ends = 0;
  let spelling: Spelling | undefined;

  function flush(): void {
    if (spelling !== undefined) pieces.push({ kind: 'text', value, offsets: [...offsets, ends], spelling });
    value = '';
    offsets = [];
    spelling = undefined;
  }

  function quote(start: number, next: Spelling): void {
    if (spelling === next) return;
    flush();
    spelling = next;
    ends = start;
  }

  return {
    text(added, start, end, next) {
      quote(start, next);
      for (let index = 0; index < added.length; index++) offsets.push(start);
      value += added;
      ends = end;
    },
    quote,
    piece(piece) {
      flush();
      pieces.push(piece);
    },
    isEmpty: () => pieces.length === 0 && spelling === undefined,
    word(start, end) {
      flush();
      return { span: { start, end }, pieces };
    },
  };
}
