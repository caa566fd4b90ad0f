import * as l10n from '@vscode/l10n';
import { window, workspace, Uri } from 'vscode';
import type { CommandTarget } from './views/tree-node.ts';
import type { KnownApi, Session } from './session.ts';
import { nameOf } from './name-of.ts';

/** The API that a command is about: the one it was given, else the only one, else the one that the person picks. */
export async function chooseApi(
  session: Session,
  target: CommandTarget,
  fits: (known: KnownApi) => boolean = () => true,
): Promise<KnownApi | undefined> {
  const { uri, logicalId } = target;
  if (uri !== undefined && logicalId !== undefined) {
    const known = session.find({ uri, logicalId });
    if (!known) void window.showWarningMessage(l10n.t('{0} is no longer defined.', logicalId));
    return known;
  }
  const all = session.apis.filter(fits);
  const open = window.activeTextEditor?.document.uri.toString();
  const inEditor = all.filter(({ address }) => address.uri === open);
  const choices = inEditor.length > 0 ? inEditor : all;
  if (choices.length <= 1) {
    if (choices.length === 0)
      void window.showInformationMessage(l10n.t('There is no such WebSocket API in this folder.'));
    return choices[0];
  }
  const picked = await window.showQuickPick(
    choices.map((known) => ({
      label: nameOf(known.api),
      description: workspace.asRelativePath(Uri.parse(known.address.uri)),
      known,
    })),
    { placeHolder: l10n.t('WebSocket API') },
  );
  return picked?.known;
}
