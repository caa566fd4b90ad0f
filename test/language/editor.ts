import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import * as rpc from 'vscode-languageserver/node';
import { definitionChanged, definitionsChanged, type DefinitionFile } from '../../core/contracts/language.ts';

const server = createRequire(import.meta.url).resolve('../../server/language/main.ts');

/** What a test sees of the server: a connection to its real process, and what it sent by itself. */
export interface Editor {
  request<Answer>(method: string, params: unknown): Promise<Answer>;
  notify(method: string, params: unknown): Promise<void>;
  /** The next diagnostics of a document, or of that version of it. */
  diagnostics(uri: string, version?: number): Promise<readonly rpc.Diagnostic[]>;
  /** All definitions, the next time that they change and have the wanted property. */
  definitions(wanted: (files: readonly DefinitionFile[]) => boolean): Promise<readonly DefinitionFile[]>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  replace(uri: string, version: number, text: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the language server in its own process and shakes hands as an editor does. `rules` gives the setting
 * `routescope.rules`; `environment` is added to this process's.
 */
export async function startEditor(
  folder?: string,
  rules: () => unknown = () => ({}),
  environment: Readonly<Record<string, string>> = {},
): Promise<Editor> {
  const child = fork(server, ['--node-ipc'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const connection = rpc.createMessageConnection(
    new rpc.IPCMessageReader(child),
    new rpc.IPCMessageWriter(child),
  );
  connection.onRequest('workspace/codeLens/refresh', () => null);
  connection.onRequest('workspace/inlayHint/refresh', () => null);
  connection.onRequest('workspace/configuration', ({ items }: rpc.ConfigurationParams) => items.map(rules));
  connection.onRequest('client/registerCapability', () => null);
  const files = new Map<string, DefinitionFile>();
  const looking = new Set<() => void>();
  connection.onNotification(definitionsChanged.method, (all: readonly DefinitionFile[]) => {
    files.clear();
    for (const file of all) files.set(file.uri, file);
    for (const look of looking) look();
  });
  connection.onNotification(
    definitionChanged.method,
    ({ uri, definition }: { readonly uri: string; readonly definition?: DefinitionFile }) => {
      if (definition) files.set(uri, definition);
      else files.delete(uri);
      for (const look of looking) look();
    },
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: {
        inlayHint: { refreshSupport: true },
        codeLens: { refreshSupport: true },
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
      },
    },
    workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'test' }],
  });
  await connection.sendNotification('initialized', {});

  function next<Params>(method: string, wanted: (params: Params) => boolean): Promise<Params> {
    return new Promise((resolve) => {
      const listener = connection.onNotification(method, (params: Params) => {
        if (!wanted(params)) return;
        listener.dispose();
        resolve(params);
      });
    });
  }

  return {
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    async diagnostics(uri, version) {
      const isWanted = (one: rpc.PublishDiagnosticsParams) =>
        one.uri === uri && (version === undefined || one.version === version);
      return (await next('textDocument/publishDiagnostics', isWanted)).diagnostics;
    },
    definitions: (wanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          const all = [...files.values()];
          if (!wanted(all)) return;
          looking.delete(look);
          resolve(all);
        };
        looking.add(look);
      }),
    open: (uri, text, languageId = 'yaml') =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    replace: (uri, version, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    async close() {
      const exited = once(child, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await exited;
      connection.dispose();
    },
  };
}
