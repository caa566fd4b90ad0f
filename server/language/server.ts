import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import {
  addRouteEdit,
  type ApiAddress,
  definitionsChanged,
  evaluateAgainstSamples,
  listSamples,
  sampleChosen,
  sessionChanged,
} from '../../core/contracts/language.ts';
import * as answers from './answers.ts';
import { Documents } from './documents.ts';
import { followSeverities } from './follow-severities.ts';
import { guard } from './guard.ts';
import { onMessage, send } from './messages.ts';
import * as navigation from './navigation/answers.ts';
import { createPublisher } from './publisher.ts';
import { tokenTypes } from './semantic-tokens.ts';

const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  completionProvider: { triggerCharacters: ['$', '{', '.', '[', "'", '"', '!', '#'] },
  hoverProvider: true,
  definitionProvider: true,
  inlayHintProvider: true,
  codeLensProvider: {},
  documentLinkProvider: {},
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  callHierarchyProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
  semanticTokensProvider: {
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] },
    full: { delta: true },
    range: true,
  },
  selectionRangeProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Runs the language server on a connection until that is closed. */
export function serve(connection: Connection): void {
  const log = (text: string) => connection.console.error(text);
  const failed = (error: unknown) => log(String(error));
  let client: InitializeParams['capabilities'] = {};
  const documents: Documents = new Documents((uri) => publish(uri));
  const publish = createPublisher(connection, documents, () => ({
    hints: client.workspace?.inlayHint?.refreshSupport ?? false,
    lenses: client.workspace?.codeLens?.refreshSupport ?? false,
  }));
  let folders: readonly string[] = [];

  connection.onInitialize((params) => {
    client = params.capabilities;
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
    return { capabilities, serverInfo: { name: 'routescope' } };
  });
  connection.onInitialized(() => {
    // Told also where nothing was found, so that the client knows that all was read.
    Promise.all(folders.map((uri) => documents.addFolder(uri)))
      .then(() => send(connection, definitionsChanged, documents.definitionFiles()))
      .catch(failed);
    followSeverities(connection, client, (severities) => documents.chooseSeverities(severities));
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) documents.removeFolder(uri);
        for (const { uri } of added) documents.addFolder(uri).catch(failed);
      });
    }
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
    documents.open(uri, languageId, version, text),
  );
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
    documents.edit(uri, version, contentChanges),
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    connection.sendDiagnostics({ uri, diagnostics: [] }).catch(failed);
    documents.close(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) documents.fileChanged(uri);
  });

  onMessage(connection, sessionChanged, (running) => documents.run(running));
  onMessage(connection, sampleChosen, ({ sample, ...address }) => documents.chooseSample(address, sample));
  connection.onRequest(listSamples.method, (address: ApiAddress) => answers.samples(documents, address));
  connection.onRequest(evaluateAgainstSamples.method, (address: ApiAddress) =>
    answers.evaluation(documents, address),
  );
  connection.onRequest(addRouteEdit.method, (wanted: ApiAddress & { readonly routeKey: string }) =>
    answers.routeEdit(documents, wanted),
  );

  connection.onCompletion(guard(log, (params) => answers.completion(documents, params)));
  connection.onHover(guard(log, (params) => answers.hover(documents, params)));
  connection.onDefinition(guard(log, (params) => answers.definition(documents, params)));
  connection.onCodeLens(guard(log, (params) => answers.codeLens(documents, params)));
  connection.onDocumentLinks(guard(log, (params) => answers.documentLink(documents, params)));
  connection.onCodeAction(guard(log, (params) => answers.codeAction(documents, params)));
  connection.onSelectionRanges(guard(log, (params) => answers.selectionRange(documents, params)));
  const { semanticTokens, inlayHint, callHierarchy } = connection.languages;
  semanticTokens.on(guard(log, (params) => answers.semanticTokens(documents, params)));
  semanticTokens.onDelta(guard(log, (params) => answers.semanticTokensDelta(documents, params)));
  semanticTokens.onRange(guard(log, (params) => answers.semanticTokensInRange(documents, params)));
  inlayHint.on(guard(log, (params) => answers.inlayHint(documents, params)));
  connection.onReferences(guard(log, (params) => navigation.references(documents, params)));
  connection.onDocumentHighlight(guard(log, (params) => navigation.documentHighlight(documents, params)));
  connection.onPrepareRename(guard(log, (params) => navigation.prepareRename(documents, params)));
  connection.onRenameRequest(guard(log, (params) => navigation.rename(documents, params)));
  connection.onDocumentSymbol(guard(log, (params) => navigation.documentSymbol(documents, params)));
  connection.onWorkspaceSymbol(guard(log, (params) => navigation.workspaceSymbol(documents, params)));
  callHierarchy.onPrepare(guard(log, (params) => navigation.prepareCallHierarchy(documents, params)));
  callHierarchy.onOutgoingCalls(guard(log, (params) => navigation.outgoingCalls(documents, params)));
  callHierarchy.onIncomingCalls(guard(log, (params) => navigation.incomingCalls(documents, params)));
  connection.listen();
}
