import type { TextDocument } from 'vscode-languageserver-textdocument';
import { CodeLensRefreshRequest, type Connection, InlayHintRefreshRequest } from 'vscode-languageserver/node';
import { definitionChanged } from '../../core/contracts/language.ts';
import { diagnose } from './diagnose.ts';
import type { Documents } from './documents.ts';
import { send } from './messages.ts';
import { sampleAt, sampleDiagnostics, type SampleDocument } from './sample-answers.ts';
import { isSampleFile } from './sample-files.ts';
import { toDiagnostic } from './to-protocol.ts';
import { canonicalUri, pathOf } from './uris.ts';
import type { View } from './view.ts';

/** Which refreshes the editor understands. */
export interface Refreshes {
  readonly hints: boolean;
  readonly lenses: boolean;
}

/** Gives a function that tells the client what a burst of changes made different, once per burst. */
export function createPublisher(
  connection: Connection,
  documents: Documents,
  refreshes: () => Refreshes,
): (uri?: string) => void {
  const changed = new Set<string>();
  let surroundings = false;
  let scheduled = false;

  async function publish(): Promise<void> {
    scheduled = false;
    const uris = new Set(changed);
    const all = surroundings;
    changed.clear();
    surroundings = false;
    for (const document of documents.openDocuments()) {
      const sample = sampleAt(documents, document.uri);
      if (sample) {
        await publishSampleDiagnostics(connection, documents, sample);
        continue;
      }
      const view = documents.view(document.uri);
      const definition = view?.file.uri ?? canonicalUri(document.uri);
      if (all || uris.has(definition)) await publishDiagnostics(connection, document, view);
    }
    for (const uri of uris) {
      const definition = documents.definitionFile(uri);
      await send(connection, definitionChanged, { uri, ...(definition && { definition }) });
    }
    const sampleOpen = documents.openDocuments().some(({ uri }) => isSampleFile(pathOf(uri) ?? ''));
    // The editor asks again by itself for the document that was edited.
    if (all && refreshes().hints) await connection.sendRequest(InlayHintRefreshRequest.type);
    if ((all || sampleOpen) && refreshes().lenses) await connection.sendRequest(CodeLensRefreshRequest.type);
  }

  return (uri) => {
    if (uri === undefined) surroundings = true;
    else changed.add(uri);
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      publish().catch((error: unknown) => connection.console.error(String(error)));
    });
  };
}

async function publishSampleDiagnostics(
  connection: Connection,
  documents: Documents,
  sample: SampleDocument,
): Promise<void> {
  const { uri, version } = sample.document;
  await connection.sendDiagnostics({
    uri,
    version,
    diagnostics: await sampleDiagnostics(documents, sample),
  });
}

async function publishDiagnostics(
  connection: Connection,
  { uri, version }: TextDocument,
  view: View | undefined,
): Promise<void> {
  const found = view ? diagnose(view.file.reading, view.file.samplesOf, view.file.circumstances) : [];
  await connection.sendDiagnostics({
    uri,
    version,
    diagnostics: view
      ? found.filter(({ span }) => view.holds(span)).map((one) => toDiagnostic(view, one))
      : [],
  });
}
