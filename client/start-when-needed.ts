import { Disposable, type TextDocument, workspace } from 'vscode';
import { mayDefineApis } from '../core/formats/may-define-apis.ts';

const languages = new Set(['yaml', 'json', 'jsonc']);
/** In characters. A longer document is no definition that a person writes. */
const longestDefinition = 1_000_000;

/**
 * Calls `start` when something in the window may define APIs, so that other folders pay for no language server;
 * reports files that could not be read.
 */
export function startWhenNeeded(start: () => void, report: (error: unknown) => void): Disposable {
  const consider = (document: TextDocument): void => {
    if (!languages.has(document.languageId)) return;
    const text = document.getText();
    if (text.length > longestDefinition || !mayDefineApis(document.uri.path, text)) return;
    watch.dispose();
    start();
  };
  const watch = Disposable.from(
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidChangeTextDocument(({ document }) => consider(document)),
  );
  workspace.textDocuments.forEach(consider);
  considerTemplates(consider).catch(report);
  return watch;
}

/** The files for which package.json lets VS Code activate the extension before any is open. */
async function considerTemplates(consider: (document: TextDocument) => void): Promise<void> {
  for (const file of await workspace.findFiles('template.{yaml,yml,json}', undefined, 10))
    consider(await workspace.openTextDocument(file));
}
