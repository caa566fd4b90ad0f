/** A piece of JSON text, and what an editor would colour it as; absent for white space and punctuation. */
export interface JsonToken {
  readonly text: string;
  readonly kind?: 'name' | 'string' | 'number' | 'keyword';
}

/** JSON text cut into pieces that together are the text again. */
export function tokenizeJson(text: string): JsonToken[] {
  return Array.from(text.matchAll(piecePattern), ([piece, string, colon, number, keyword]) => {
    if (string !== undefined && colon === undefined) return { text: piece, kind: 'string' };
    if (string !== undefined) return { text: piece, kind: 'name' };
    if (number !== undefined) return { text: piece, kind: 'number' };
    if (keyword !== undefined) return { text: piece, kind: 'keyword' };
    return { text: piece };
  });
}

const piecePattern =
  /("[^"\\]*(?:\\.[^"\\]*)*")(?=(\s*:)?)|(-?\d[\d.eE+-]*)|(true|false|null)|[^"\-\dtfn]+|[^]/g;
