import type { Location } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fileAt } from '../../../core/formats/file-at.ts';
import type { Span } from '../../../core/span.ts';
import type { KnownFile } from '../known-file.ts';
import { rangeOf } from '../ranges.ts';
import { uriOfPart } from '../view.ts';

/** A place to jump to: a span of the definition as it was read, or one of another file with that text. */
export type Place = { readonly span: Span } | OtherPlace;

/** A span of a file that is no definition. */
export interface OtherPlace {
  readonly uri: string;
  readonly text: string;
  readonly span: Span;
}

/** The file in which a span of a reading stands, and the span there: definitions may consist of several files. */
export function placeIn(file: KnownFile, { start, end }: Span): OtherPlace {
  const { path, text, start: from } = fileAt(file.reading, start);
  return { uri: uriOfPart(file, path), text, span: { start: start - from, end: end - from } };
}

/** A place in the editor's coordinates. */
export function locationOf(file: KnownFile, place: Place): Location {
  const { uri, text, span } = 'uri' in place ? place : placeIn(file, place.span);
  return { uri, range: rangeOf(TextDocument.create(uri, '', 0, text), span) };
}
