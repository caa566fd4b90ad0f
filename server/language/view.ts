import type { Position } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fileAt, filesOf } from '../../core/formats/file-at.ts';
import type { Span } from '../../core/span.ts';
import type { KnownFile } from './known-file.ts';
import { canonicalUri, uriOf } from './uris.ts';

/** Positions in one file; offsets are those of the reading of which the file is a part. */
export interface Coordinates {
  readonly uri: string;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

/** An open document with the definition that it is, or that it is a part of. */
export interface View extends Coordinates {
  readonly file: KnownFile;
  /** Whether a span of the reading stands in the document. */
  holds(span: Span): boolean;
  /** The coordinates of the file in which an offset of the reading stands. */
  fileAt(offset: number): Coordinates;
}

/** The view of a document; undefined where the definition does not read the document. */
export function viewOf(document: TextDocument, file: KnownFile): View | undefined {
  const uri = canonicalUri(document.uri);
  const part = filesOf(file.reading).find(({ path }) => uriOfPart(file, path) === uri);
  if (!part) return undefined;
  const { start } = part;
  const end = start + document.getText().length;
  return {
    ...coordinates(document, start),
    file,
    holds: (span) => span.start >= start && span.end <= end,
    fileAt: (offset) => {
      const { path, text, start: at } = fileAt(file.reading, offset);
      return at === start
        ? coordinates(document, start)
        : coordinates(TextDocument.create(uriOfPart(file, path), '', 0, text), at);
    },
  };
}

/** The address of a file that a definition consists of. */
export function uriOfPart(file: Pick<KnownFile, 'uri'>, path: string | undefined): string {
  return path === undefined ? file.uri : uriOf(path);
}

function coordinates(document: TextDocument, start: number): Coordinates {
  return {
    uri: document.uri,
    positionAt: (offset) => document.positionAt(offset - start),
    offsetAt: (position) => document.offsetAt(position) + start,
  };
}
