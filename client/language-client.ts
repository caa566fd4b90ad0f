import { type LogOutputChannel, Uri, workspace, type WorkspaceEdit } from 'vscode';
import {
  CodeLensRequest,
  InlayHintRequest,
  LanguageClient,
  State,
  TransportKind,
  type DocumentSelector,
  type WorkspaceEdit as ProtocolWorkspaceEdit,
} from 'vscode-languageclient/node';
import {
  addRouteEdit,
  definitionChanged,
  definitionsChanged,
  evaluateAgainstSamples,
  listSamples,
  sampleChosen,
  sessionChanged,
  type ApiAddress,
  type DefinitionFile,
  type RoutedSample,
} from '../core/contracts/language.ts';
import { ChosenSamples, type Memory } from './chosen-samples.ts';
import { definitionGlob } from './definition-globs.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';
import { translationEnvironment } from './translations.ts';

/** Files that may define APIs or hold samples; the server ignores those that do not. */
const documentSelector: DocumentSelector = [
  ...['yaml', 'json', 'jsonc'].map((language) => ({ scheme: 'file', language })),
  { scheme: 'file', pattern: definitionGlob },
  { scheme: 'file', pattern: '**/.routescope/samples/*.{json,txt}' },
];

/** The language server as the rest of the client sees it. */
export interface Language {
  /** Starts the server; further calls wait for the same start. */
  start(): Promise<void>;
  /** The API's samples, the chosen one first; none while the server does not run. */
  samples(address: ApiAddress): Promise<readonly RoutedSample[]>;
  /** The sample is remembered for the workspace. */
  chooseSample(address: ApiAddress, sample: string): Promise<void>;
  /** How all samples of an API are routed, as a text; null for an API that is not known. */
  evaluation(address: ApiAddress): Promise<string | null>;
  /** The edit that gives an API a route; undefined where its definition cannot be changed that way. */
  addRouteEdit(address: ApiAddress, routeKey: string): Promise<WorkspaceEdit | undefined>;
  /** Tells the server what runs, for lenses and samples. */
  tellSession(): Promise<void>;
  /** Asks the editor to draw hints and lenses anew after a setting changed. */
  redraw(): void;
  stop(): Promise<void>;
}

export function createLanguage(
  extension: Uri,
  memory: Memory,
  session: Session,
  log: LogOutputChannel,
): Language {
  const watchers = [definitionGlob, '**/.routescope/samples/*.txt'].map((pattern) =>
    workspace.createFileSystemWatcher(pattern),
  );
  const server = {
    module: Uri.joinPath(extension, 'dist', 'language-server.cjs').fsPath,
    transport: TransportKind.ipc,
    options: { env: { ...process.env, ...translationEnvironment() } },
  };
  const client = new LanguageClient(
    'routescope',
    'Routescope',
    { run: server, debug: server },
    {
      documentSelector,
      outputChannel: log,
      synchronize: { fileEvents: watchers },
      middleware: {
        provideInlayHints: (document, range, token, next) =>
          settings.hints() ? next(document, range, token) : [],
        provideCodeLenses: (document, token, next) => (settings.codeLenses() ? next(document, token) : []),
      },
    },
  );
  client.onNotification(definitionsChanged.method, (definitions: readonly DefinitionFile[]) =>
    session.define(definitions),
  );
  client.onNotification(
    definitionChanged.method,
    ({ uri, definition }: { readonly uri: string; readonly definition?: DefinitionFile }) =>
      session.redefine(uri, definition),
  );
  const chosen = new ChosenSamples(memory);
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped && session.language === 'ready') session.setLanguage('failed');
    // A server that was started anew after a crash knows neither what runs nor what was chosen.
    if (newState === State.Running) remind().catch((error: unknown) => log.error(String(error)));
  });
  let started: Promise<void> | undefined;

  async function remind(): Promise<void> {
    await client.sendNotification(sessionChanged.method, session.runningApis);
    for (const choice of chosen.all) await client.sendNotification(sampleChosen.method, choice);
  }

  async function start(): Promise<void> {
    session.setLanguage('starting');
    try {
      await client.start();
    } catch (error) {
      // The next time that it is needed is another try.
      started = undefined;
      session.setLanguage('failed');
      log.error('The language server did not start.', error);
    }
  }

  return {
    start: () => (started ??= start()),
    samples: async (address) =>
      client.isRunning()
        ? await client.sendRequest<readonly RoutedSample[]>(listSamples.method, address)
        : [],
    async chooseSample(address, sample) {
      const choice = { uri: address.uri, logicalId: address.logicalId, sample };
      await chosen.choose(choice);
      await client.sendNotification(sampleChosen.method, choice);
    },
    evaluation: async (address) =>
      client.isRunning()
        ? await client.sendRequest<string | null>(evaluateAgainstSamples.method, address)
        : null,
    async addRouteEdit({ uri, logicalId }, routeKey) {
      const wanted = { uri, logicalId, routeKey };
      const edit = await client.sendRequest<ProtocolWorkspaceEdit | null>(addRouteEdit.method, wanted);
      return client.protocol2CodeConverter.asWorkspaceEdit(edit);
    },
    async tellSession() {
      if (client.isRunning()) await client.sendNotification(sessionChanged.method, session.runningApis);
    },
    redraw() {
      for (const document of workspace.textDocuments) {
        client.getFeature(InlayHintRequest.method).getProvider(document)?.onDidChangeInlayHints.fire();
        client.getFeature(CodeLensRequest.method).getProvider(document)?.onDidChangeCodeLensEmitter.fire();
      }
    },
    async stop() {
      for (const watcher of watchers) watcher.dispose();
      if (client.needsStop()) await client.stop();
    },
  };
}
