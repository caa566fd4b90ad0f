import type { Range, TextEdit } from 'vscode-languageserver/node';
import type { Span } from '../../core/span.ts';
import type { Edit } from './rules/rule.ts';
import type { Coordinates } from './view.ts';

/** The editor's coordinates of a span of the document. */
export function rangeOf(document: Coordinates, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** The span that a range of the editor covers. */
export function spanOf(document: Coordinates, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** An edit in the editor's coordinates. */
export function textEditOf(document: Coordinates, edit: Edit): TextEdit {
  return { range: rangeOf(document, edit.span), newText: edit.newText };
}
