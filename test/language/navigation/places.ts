import { basename } from 'node:path';
import type { KnownFile } from '../../../server/language/known-file.ts';
import { type Place, placeIn } from '../../../server/language/navigation/place.ts';

/** A place as `file:line: text of the line`, with the stretch itself in brackets. */
export function shown(file: KnownFile, place: Place): string {
  const { uri, text, span } = 'uri' in place ? place : placeIn(file, place.span);
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  const line = `${text.slice(start, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, end === -1 ? undefined : end)}`;
  return `${basename(uri)}:${text.slice(0, start).split('\n').length}: ${line.trim()}`;
}
