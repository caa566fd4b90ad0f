import type { Api, Route } from '../../../core/api.ts';
import { lineEnd, lineStart } from '../../../core/lines.ts';
import type { Span } from '../../../core/span.ts';
import type { KnownFile } from '../known-file.ts';
import type { Fix } from '../rules/rule.ts';

/** A change that people may want where the cursor stands, though nothing is wrong there. */
export interface Refactoring {
  /** What the editor files it under. */
  readonly kind: 'quickfix' | 'refactor';
  /** The changes of one API that fit the selected span; none where it is about something else. */
  readonly offer: (at: Selected) => readonly Fix[];
}

/** What is selected, and one of the APIs of its file. */
export interface Selected {
  readonly file: KnownFile;
  readonly api: Api;
  /** The selection; empty for a cursor. */
  readonly span: Span;
}

/** Whether the selection is where routes are thought of: at the API's name, its expression, or one of its routes. */
export function isAtApi(at: Selected): boolean {
  const { api, file, span } = at;
  const { text } = file;
  if (routeAt(at)) return true;
  return [api.span, api.routeSelectionExpression?.span].some(
    (part) => part && touchesLines(text, part, span),
  );
}

/** The innermost route that the selection begins in. */
export function routeAt({ api, span }: Selected): Route | undefined {
  return api.routes
    .filter((route) => span.start >= route.span.start && span.start <= route.span.end)
    .toSorted((one, other) => one.span.end - one.span.start - (other.span.end - other.span.start))[0];
}

function touchesLines(text: string, part: Span, span: Span): boolean {
  return span.end >= lineStart(text, part.start) && span.start <= lineEnd(text, part.end);
}
