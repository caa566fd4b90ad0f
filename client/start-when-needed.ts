import { Disposable, type TextDocument, type Uri, workspace } from 'vscode';
import { mayBeDefinitionPath, mayDefineApis } from '../core/formats/may-define-apis.ts';
import { firstGlobs, skippedGlob } from './definition-globs.ts';

/** In characters. A longer document is no definition that a person writes. */
const longestDefinition = 1_000_000;
/** Files that are looked into before any is open. */
const mostFiles = 200;

/**
 * Calls `start` when something in the window may define APIs, so that other folders pay for no language server;
 * reports files that could not be read.
 */
export function startWhenNeeded(start: () => void, report: (error: unknown) => void): Disposable {
  let isOver = false;
  const watch = Disposable.from(
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidChangeTextDocument(({ document }) => consider(document)),
    { dispose: () => (isOver = true) },
  );
  workspace.textDocuments.forEach(consider);
  considerFiles().catch(report);
  return watch;

  function consider(document: TextDocument): void {
    if (mayBeDefinitionPath(document.uri.path)) considerText(document.uri, document.getText());
  }

  function considerText(uri: Uri, text: string): void {
    if (isOver || text.length > longestDefinition || !mayDefineApis(uri.path, text)) return;
    watch.dispose();
    start();
  }

  /** The files for which package.json lets VS Code activate the extension before any is open. */
  async function considerFiles(): Promise<void> {
    const found = await Promise.all(
      firstGlobs.map((glob) => workspace.findFiles(glob, skippedGlob, mostFiles)),
    );
    const files = found.flat();
    for (const file of files) {
      if (isOver) return;
      considerText(file, new TextDecoder().decode(await workspace.fs.readFile(file)));
    }
    // What a program defines may stand in any of its files, which the language server reads in its own process.
    if (
      !isOver &&
      files.some(({ path }) =>
        /\/(?:cdk\.json|sst\.config\.ts|Pulumi\.ya?ml|\.chalice\/config\.json)$/.test(path),
      )
    ) {
      watch.dispose();
      start();
    }
  }
}
