import { basename } from 'node:path';
import type { Span } from '../../../core/span.ts';
import type { KnownFile } from '../known-file.ts';

/** A route or an API that people look for by name. */
export interface WorkspaceSymbol {
  readonly kind: 'api' | 'route';
  readonly name: string;
  /** What it belongs to. */
  readonly container: string;
  readonly file: KnownFile;
  readonly span: Span;
}

// As many as a list can show that a person reads.
const mostSymbols = 500;

/** The APIs and routes of all definitions whose name has the letters of the query, in that order. */
export function workspaceSymbols(files: readonly KnownFile[], query: string): readonly WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  return files
    .flatMap((file) => {
      const fileName = basename(file.path ?? file.uri);
      return file.reading.apis.flatMap((api): WorkspaceSymbol[] => [
        { kind: 'api', name: api.name, container: fileName, file, span: api.span },
        ...api.routes.flatMap(({ routeKey }): WorkspaceSymbol[] =>
          routeKey
            ? [
                {
                  kind: 'route',
                  name: routeKey.value,
                  container: `${api.name}, ${fileName}`,
                  file,
                  span: routeKey.span,
                },
              ]
            : [],
        ),
      ]);
    })
    .filter(({ name }) => hasLetters(name.toLowerCase(), wanted))
    .slice(0, mostSymbols);
}

function hasLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
