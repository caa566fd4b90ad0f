/** A place as people and tools name it: line and column from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset; columns count UTF-16 units. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
