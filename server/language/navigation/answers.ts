import * as l10n from '@vscode/l10n';
import * as protocol from 'vscode-languageserver/node';
import { at, type AtDocument, type AtPosition } from '../answers.ts';
import type { Documents } from '../documents.ts';
import type { KnownFile } from '../known-file.ts';
import { rangeOf } from '../ranges.ts';
import type { Coordinates } from '../view.ts';
import { incomingOf, outgoingOf, type Station, stationAt } from './call-hierarchy.ts';
import { type DocumentSymbol, documentSymbols } from './document-symbols.ts';
import { locationOf, type Place } from './place.ts';
import { referencesAt } from './references.ts';
import { rename as renameAt, renameableAt, type RenameEdit } from './rename.ts';
import { thingAt } from './thing.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

const symbolKinds: Readonly<Record<DocumentSymbol['kind'] | Station['kind'], protocol.SymbolKind>> = {
  api: protocol.SymbolKind.Interface,
  route: protocol.SymbolKind.Event,
  integration: protocol.SymbolKind.Object,
  authorizer: protocol.SymbolKind.Key,
  model: protocol.SymbolKind.Struct,
  stage: protocol.SymbolKind.Namespace,
  function: protocol.SymbolKind.Function,
  handler: protocol.SymbolKind.Method,
};

/** Everywhere the thing at a position is named. */
export async function references(
  documents: Documents,
  params: AtPosition & { readonly context: protocol.ReferenceContext },
): Promise<protocol.Location[] | null> {
  return at(documents, params, async (view) => {
    const offset = view.offsetAt(params.position);
    const places = await referencesAt(
      view.file,
      offset,
      params.context.includeDeclaration,
      openTextOf(documents),
    );
    return places.map((place) => locationOf(view.file, place));
  });
}

/** The places of the document that name the thing at a position. */
export function documentHighlight(
  documents: Documents,
  params: AtPosition,
): protocol.DocumentHighlight[] | null {
  return at(documents, params, (view) =>
    (thingAt(view.file, view.offsetAt(params.position))?.mentions ?? [])
      .filter(({ span }) => view.holds(span))
      .map(({ isDefinition, span }) => ({
        range: rangeOf(view, span),
        kind: isDefinition ? protocol.DocumentHighlightKind.Write : protocol.DocumentHighlightKind.Read,
      })),
  );
}

/** What a rename at a position would replace; null where nothing can be renamed. */
export function prepareRename(
  documents: Documents,
  params: AtPosition,
): { range: protocol.Range; placeholder: string } | null {
  return at(documents, params, (view) => {
    const found = renameableAt(view.file, view.offsetAt(params.position));
    return found ? { range: rangeOf(view, found.span), placeholder: found.name } : null;
  });
}

/** The edits of a rename; those in tests wait until the person agrees. */
export async function rename(
  documents: Documents,
  params: AtPosition & { readonly newName: string },
): Promise<protocol.WorkspaceEdit | protocol.ResponseError | null> {
  return at(documents, params, async (view) => {
    const offset = view.offsetAt(params.position);
    const edits = await renameAt(view.file, offset, params.newName, openTextOf(documents));
    if (typeof edits === 'string')
      return new protocol.ResponseError(protocol.ErrorCodes.InvalidParams, edits);
    return workspaceEditOf(view.file, edits);
  });
}

/** The APIs of a document with what they consist of. */
export function documentSymbol(documents: Documents, params: AtDocument): protocol.DocumentSymbol[] | null {
  return at(documents, params, (view) =>
    documentSymbols(view.file, (span) => view.holds(span)).map((symbol) => toDocumentSymbol(view, symbol)),
  );
}

/** The APIs and routes of the workspace whose name fits the query. */
export function workspaceSymbol(
  documents: Documents,
  { query }: protocol.WorkspaceSymbolParams,
): protocol.SymbolInformation[] {
  return workspaceSymbols(documents.files(), query).map(({ container, file, kind, name, span }) => ({
    name,
    kind: symbolKinds[kind],
    containerName: container,
    location: locationOf(file, { span }),
  }));
}

/** The route, integration or function at a position. */
export function prepareCallHierarchy(
  documents: Documents,
  params: AtPosition,
): protocol.CallHierarchyItem[] | null {
  return at(documents, params, (view) => {
    const station = stationAt(view.file, view.offsetAt(params.position));
    return station ? [toItem(view.file, station)] : null;
  });
}

/** What runs for a route, an integration or a function. */
export function outgoingCalls(
  documents: Documents,
  { item }: protocol.CallHierarchyOutgoingCallsParams,
): protocol.CallHierarchyOutgoingCall[] | null {
  return steps(documents, item, outgoingOf, ({ file, item, fromRanges }) => ({
    to: toItem(file, item),
    fromRanges,
  }));
}

/** What runs an integration, a function or a handler. */
export function incomingCalls(
  documents: Documents,
  { item }: protocol.CallHierarchyIncomingCallsParams,
): protocol.CallHierarchyIncomingCall[] | null {
  return steps(documents, item, incomingOf, ({ file, item, fromRanges }) => ({
    from: toItem(file, item),
    fromRanges,
  }));
}

/** What finds a station again when the editor asks where it leads. */
interface StationData {
  readonly uri: string;
  readonly api: string;
  readonly kind: Station['kind'];
  readonly id: string;
}

function steps<Call>(
  documents: Documents,
  item: protocol.CallHierarchyItem,
  find: typeof outgoingOf,
  toCall: (found: { file: KnownFile; item: Station; fromRanges: protocol.Range[] }) => Call,
): Call[] | null {
  // The editor gives back what `toItem` attached.
  const data = item.data as StationData;
  const file = documents.file(data.uri);
  const api = file?.reading.apis.find(({ logicalId }) => logicalId === data.api);
  if (!file || !api) return null;
  return find(file, api, data.kind, data.id).map(({ saidAt, station }) =>
    toCall({ file, item: station, fromRanges: saidAt.map((span) => locationOf(file, { span }).range) }),
  );
}

function toItem(file: KnownFile, station: Station): protocol.CallHierarchyItem {
  const { api, detail, id, kind, name, namePlace, place } = station;
  const { range, uri } = locationOf(file, place);
  const data: StationData = { uri: file.uri, api, kind, id };
  const selectionRange = locationOf(file, namePlace).range;
  return { name, kind: symbolKinds[kind], detail, uri, range, selectionRange, data };
}

function toDocumentSymbol(document: Coordinates, symbol: DocumentSymbol): protocol.DocumentSymbol {
  const { children, detail, kind, name, nameSpan, span } = symbol;
  return {
    // An empty name is refused by the editor.
    name: name || l10n.t('(no name yet)'),
    detail,
    kind: symbolKinds[kind],
    range: rangeOf(document, span),
    selectionRange: rangeOf(document, nameSpan),
    children: children.map((child) => toDocumentSymbol(document, child)),
  };
}

const inTests = 'tests';

function workspaceEditOf(file: KnownFile, edits: readonly RenameEdit[]): protocol.WorkspaceEdit {
  const byUri = new Map<string, RenameEdit[]>();
  for (const edit of edits) byUri.set(edit.uri, [...(byUri.get(edit.uri) ?? []), edit]);
  return {
    documentChanges: Array.from(byUri, ([uri, ofFile]) => ({
      textDocument: { uri, version: null },
      edits: ofFile.map((edit) => {
        const { range } = locationOf(file, edit satisfies Place);
        const { needsConfirmation, newText } = edit;
        return needsConfirmation ? { range, newText, annotationId: inTests } : { range, newText };
      }),
    })),
    changeAnnotations: {
      [inTests]: {
        label: l10n.t('Texts in tests that are equal to the route key'),
        needsConfirmation: true,
      },
    },
  };
}

/** The text of a file as it is in the editor, saved or not; undefined for one that is not open. */
function openTextOf(documents: Documents): (uri: string) => string | undefined {
  return (uri) => documents.document(uri)?.getText();
}
