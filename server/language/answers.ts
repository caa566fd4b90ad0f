import * as protocol from 'vscode-languageserver/node';
import type { ApiAddress, RoutedSample } from '../../core/contracts/language.ts';
import type { Span } from '../../core/span.ts';
import { addRoute } from './actions/add-route.ts';
import { sampleActions } from './actions/sample-actions.ts';
import { codeActions } from './code-actions.ts';
import { codeLenses } from './code-lens.ts';
import { complete } from './completion.ts';
import { definitionAt } from './definition.ts';
import { documentLinks } from './document-links.ts';
import type { Documents } from './documents.ts';
import { evaluateSamples } from './evaluate-samples.ts';
import { evaluationText } from './evaluation-text.ts';
import { hover as hoverAt } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { locationOf } from './navigation/place.ts';
import { rangeOf, spanOf } from './ranges.ts';
import { sampleAt, sampleCompletion, sampleDefinition, sampleHover } from './sample-answers.ts';
import { sampleLenses } from './sample-lenses.ts';
import { type SemanticToken, semanticTokens as tokensOf } from './semantic-tokens.ts';
import { selectionsAt } from './smart-select.ts';
import {
  addSemanticTokens,
  toCodeAction,
  toCodeLens,
  toCompletionItem,
  toHover,
  toInlayHint,
  toRemoteEdit,
  toSampleAction,
  toSelectionRange,
} from './to-protocol.ts';
import type { View } from './view.ts';

export interface AtDocument {
  readonly textDocument: { readonly uri: string };
}

export interface AtPosition extends AtDocument {
  readonly position: protocol.Position;
}

interface AtRange extends AtDocument {
  readonly range: protocol.Range;
}

/** What may be written at a position. */
export async function completion(
  documents: Documents,
  params: AtPosition,
): Promise<protocol.CompletionItem[] | null> {
  const sample = sampleAt(documents, params.textDocument.uri);
  if (sample) return sampleCompletion(documents, sample, params.position);
  return at(documents, params, (view) =>
    complete(view.file, view.offsetAt(params.position)).map((one, index) =>
      toCompletionItem(view, one, index),
    ),
  );
}

/** What stands at a position. */
export async function hover(documents: Documents, params: AtPosition): Promise<protocol.Hover | null> {
  const sample = sampleAt(documents, params.textDocument.uri);
  if (sample) return sampleHover(documents, sample, params.position);
  return at(documents, params, (view) => {
    const found = hoverAt(view.file, view.offsetAt(params.position));
    return found ? toHover(view, found) : null;
  });
}

/** Where the thing at a position is defined. */
export function definition(documents: Documents, params: AtPosition): protocol.Location[] | null {
  const sample = sampleAt(documents, params.textDocument.uri);
  if (sample) return sampleDefinition(documents, sample, params.position);
  return at(documents, params, (view) =>
    definitionAt(view.file, view.offsetAt(params.position)).map((place) => locationOf(view.file, place)),
  );
}

/** What the expressions in a range give for the current sample. */
export function inlayHint(documents: Documents, params: AtRange): protocol.InlayHint[] | null {
  return at(documents, params, (view) =>
    inlayHints(view.file, spanOf(view, params.range))
      .filter(({ offset }) => view.holds({ start: offset, end: offset }))
      .map((hint) => toInlayHint(view, hint)),
  );
}

/** The colours of a document's expressions and route keys; the editor may later ask what became different. */
export function semanticTokens(documents: Documents, params: AtDocument): protocol.SemanticTokens | null {
  return at(documents, params, (view) => {
    const builder = documents.toldTokens(view.uri);
    // Begins anew; the builder would otherwise go on with what it has.
    builder.previousResult('');
    addSemanticTokens(builder, view, tokensIn(view));
    return builder.build();
  });
}

/** What became of the colours since an earlier answer. */
export function semanticTokensDelta(
  documents: Documents,
  params: AtDocument & { readonly previousResultId: string },
): protocol.SemanticTokens | protocol.SemanticTokensDelta | null {
  return at(documents, params, (view) => {
    const builder = documents.toldTokens(view.uri);
    builder.previousResult(params.previousResultId);
    addSemanticTokens(builder, view, tokensIn(view));
    return builder.buildEdits();
  });
}

/** The colours of a part of a document. */
export function semanticTokensInRange(documents: Documents, params: AtRange): protocol.SemanticTokens | null {
  return at(documents, params, (view) => {
    const builder = new protocol.SemanticTokensBuilder();
    addSemanticTokens(builder, view, tokensIn(view, spanOf(view, params.range)));
    return builder.build();
  });
}

/** What growing the selection takes in at each of the positions. */
export function selectionRange(
  documents: Documents,
  params: AtDocument & { readonly positions: readonly protocol.Position[] },
): protocol.SelectionRange[] | null {
  return at(documents, params, (view) =>
    params.positions.map((position) =>
      toSelectionRange(view, position, selectionsAt(view.file, view.offsetAt(position))),
    ),
  );
}

/** What can be done with the APIs and routes of a definition, or where a sample file is routed to. */
export function codeLens(documents: Documents, params: AtDocument): protocol.CodeLens[] | null {
  const sample = sampleAt(documents, params.textDocument.uri);
  if (sample) {
    const { document, path } = sample;
    return sampleLenses(path, document.getText(), documents.files()).map((one) => toCodeLens(document, one));
  }
  return at(documents, params, (view) =>
    codeLenses(view.file)
      .filter(({ span }) => view.holds(span))
      .map((one) => toCodeLens(view, one)),
  );
}

/** Repairs of what is wrong in a range, and other changes that fit there; of the kinds that the editor asks for. */
export function codeAction(
  documents: Documents,
  params: AtRange & { readonly context: protocol.CodeActionContext },
): protocol.CodeAction[] | null {
  const { only } = params.context;
  const isWanted = ({ kind = '' }: protocol.CodeAction) =>
    !only || only.some((one) => `${kind}.`.startsWith(`${one}.`));
  const sample = sampleAt(documents, params.textDocument.uri);
  if (sample) {
    const { document, path } = sample;
    const offset = document.offsetAt(params.range.start);
    return sampleActions(path, document.getText(), offset, documents.files())
      .map(toSampleAction)
      .filter(isWanted);
  }
  return at(documents, params, (view) =>
    codeActions(view.file, spanOf(view, params.range))
      .map((action) => toCodeAction(view, action))
      .filter(isWanted),
  );
}

/** Links from handlers to their files. */
export function documentLink(documents: Documents, params: AtDocument): protocol.DocumentLink[] | null {
  return at(documents, params, (view) =>
    documentLinks(view.file)
      .filter(({ span }) => view.holds(span))
      .map(({ span, uri }) => ({ range: rangeOf(view, span), target: uri })),
  );
}

/** The samples of an API with their routes, the chosen one first; empty for an API that is not known. */
export function samples(documents: Documents, address: ApiAddress): readonly RoutedSample[] {
  const file = documents.file(address.uri);
  const api = file?.reading.apis.find(({ logicalId }) => logicalId === address.logicalId);
  if (!file || !api) return [];
  const all = file.samplesOf(api);
  const routes = new Map(evaluateSamples(api, all).map(({ sample, selection }) => [sample, selection.route]));
  return all.map((sample) => ({ ...sample, route: routes.get(sample) ?? null }));
}

/** How all samples of an API are routed now, as a text for people; null for an API that is not known. */
export function evaluation(documents: Documents, address: ApiAddress): string | null {
  const file = documents.file(address.uri);
  const api = file?.reading.apis.find(({ logicalId }) => logicalId === address.logicalId);
  return file && api ? evaluationText(api, file.samplesOf(api)) : null;
}

/** The edit that gives an API a route; null where the definition cannot be changed that way. */
export function routeEdit(
  documents: Documents,
  { routeKey, ...address }: ApiAddress & { readonly routeKey: string },
): protocol.WorkspaceEdit | null {
  const file = documents.file(address.uri);
  const api = file?.reading.apis.find(({ logicalId }) => logicalId === address.logicalId);
  const fix = file && api && addRoute(api, file.text, routeKey);
  return fix ? toRemoteEdit(file, fix.edits) : null;
}

/** Null for a document that is not open or is no part of a definition. */
export function at<Answer>(
  documents: Documents,
  { textDocument: { uri } }: AtDocument,
  answer: (view: View) => Answer,
): Answer | null {
  const view = documents.view(uri);
  return view ? answer(view) : null;
}

function tokensIn(view: View, within?: Span): readonly SemanticToken[] {
  return tokensOf(view.file, within).filter(({ span }) => view.holds(span));
}
