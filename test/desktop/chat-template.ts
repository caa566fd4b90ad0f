import { type Position, Uri, window, workspace, type TextDocument } from 'vscode';

/** Opens the template of `examples/chat`, which the window has open as its folder. */
export async function openChatTemplate(): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open.');
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, 'template.yaml'));
  await window.showTextDocument(document);
  return document;
}

/** The position right behind the first occurrence of a text. */
export function positionAfter(document: TextDocument, text: string): Position {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`There is no '${text}'.`);
  return document.positionAt(start + text.length);
}
