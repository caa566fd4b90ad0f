import * as l10n from '@vscode/l10n';
import { Selection, TextEditorRevealType, window, workspace } from 'vscode';
import type { ApiAddress } from '../core/contracts/language.ts';
import type { Language } from './language-client.ts';

/** Writes a route into an API's definition and shows it; throws a sentence where the definition does not allow that. */
export async function addRoute(language: Language, address: ApiAddress, routeKey: string): Promise<void> {
  const edit = await language.addRouteEdit(address, routeKey);
  const [entry] = edit?.entries() ?? [];
  const range = entry?.[1][0]?.range;
  if (!edit || !entry || !range) {
    throw new Error(l10n.t('A route cannot be added to this definition; write it there by hand.'));
  }
  await workspace.applyEdit(edit);
  const editor = await window.showTextDocument(entry[0]);
  const at = range.start.with(range.start.line + 1, 0);
  editor.selection = new Selection(at, at);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
