import type * as protocol from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { touches } from '../../core/span.ts';
import type { Documents } from './documents.ts';
import { locationOf } from './navigation/place.ts';
import { valuePlace } from './navigation/value-place.ts';
import { isSampleFile, isSampleOf } from './sample-files.ts';
import { type SampleSchema, sampleSchema } from './sample-schema.ts';
import { pathOf } from './uris.ts';

/** An open sample file. */
export interface SampleDocument {
  readonly document: TextDocument;
  readonly path: string;
}

/** The sample file that a request is about; undefined for every other document. */
export function sampleAt(documents: Documents, uri: string): SampleDocument | undefined {
  const document = documents.document(uri);
  const path = pathOf(uri);
  return document && path !== undefined && isSampleFile(path) ? { document, path } : undefined;
}

/** Where a message does not fit the models that its routes check messages by. */
export async function sampleDiagnostics(
  documents: Documents,
  sample: SampleDocument,
): Promise<protocol.Diagnostic[]> {
  const found = await Promise.all(schemasOf(documents, sample).map((schema) => schema.diagnostics()));
  return found.flat();
}

/** What the model of a message proposes at a position. */
export async function sampleCompletion(
  documents: Documents,
  sample: SampleDocument,
  position: protocol.Position,
): Promise<protocol.CompletionItem[] | null> {
  const [schema] = schemasOf(documents, sample);
  return (await schema?.complete(position))?.items ?? null;
}

/** What the model of a message says of the property at a position. */
export async function sampleHover(
  documents: Documents,
  sample: SampleDocument,
  position: protocol.Position,
): Promise<protocol.Hover | null> {
  const [schema] = schemasOf(documents, sample);
  return (await schema?.hover(position)) ?? null;
}

/** The routes that the value at a position selects, one for each API that the sample belongs to. */
export function sampleDefinition(
  documents: Documents,
  { document, path }: SampleDocument,
  position: protocol.Position,
): protocol.Location[] {
  const text = document.getText();
  const offset = document.offsetAt(position);
  return documents
    .files()
    .filter((file) => file.path !== undefined && isSampleOf(path, file.path))
    .flatMap((file) =>
      file.reading.apis.flatMap((api) => {
        const place = valuePlace(api.routeSelectionExpression?.value ?? '', text);
        if (!place || !touches(place.span, offset)) return [];
        const route = api.routes.find(({ routeKey }) => routeKey?.value === place.value);
        return route?.routeKey ? [locationOf(file, { span: route.routeKey.span })] : [];
      }),
    );
}

function schemasOf(documents: Documents, { document, path }: SampleDocument): SampleSchema[] {
  return documents
    .files()
    .filter((file) => file.path !== undefined && isSampleOf(path, file.path))
    .flatMap((file) => file.reading.apis.flatMap((api) => sampleSchema(api, document) ?? []));
}
