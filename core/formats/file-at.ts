import { positionAt, type Position } from '../lines.ts';
import type { Reading } from './formats.ts';

/** One of the files that a definition consists of. */
export interface FilePart {
  /** Absent for the definition's own file. */
  readonly path?: string;
  readonly text: string;
  /** Where its text begins in the reading's. */
  readonly start: number;
}

/** The files of a reading, the definition's own one first. */
export function filesOf({ text, files }: Pick<Reading, 'text' | 'files'>): readonly FilePart[] {
  const [first] = files;
  return [{ text: first ? text.slice(0, first.start - 1) : text, start: 0 }, ...files];
}

/** The file in which an offset of a reading stands. */
export function fileAt(reading: Pick<Reading, 'text' | 'files'>, offset: number): FilePart {
  return filesOf(reading).findLast(({ start }) => start <= offset) ?? { text: reading.text, start: 0 };
}

/** The place of an offset of a reading in the file where it stands; `path` is absent for the definition's own file. */
export function placeAt(
  reading: Pick<Reading, 'text' | 'files'>,
  offset: number,
): Position & { readonly path?: string } {
  const { path, text, start } = fileAt(reading, offset);
  return { ...(path !== undefined && { path }), ...positionAt(text, offset - start) };
}
