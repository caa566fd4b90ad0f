import * as l10n from '@vscode/l10n';
import { window } from 'vscode';
import { messageOfModel } from '../core/model-message.ts';
import type { Language } from './language-client.ts';
import { createSample } from './samples.ts';
import type { KnownApi, Session } from './session.ts';
import { isJson } from '../core/json/is-json.ts';

/** Makes a sample of the selected text; throws a sentence where that is no JSON. */
export async function createSampleFromSelection(
  known: KnownApi,
  session: Session,
  language: Language,
): Promise<void> {
  const editor = window.activeTextEditor;
  const message = editor?.document.getText(editor.selection).trim() ?? '';
  if (!isJson(message)) {
    throw new Error(l10n.t('The selection is not JSON: select a message from its first to its last brace.'));
  }
  await createSample(known, session, language, { message: `${message}\n` });
}

/** Makes a sample of a message that satisfies one of the API's models; throws a sentence where there is none. */
export async function createSampleFromModel(
  known: KnownApi,
  session: Session,
  language: Language,
): Promise<void> {
  const choices = known.api.models.flatMap((model) => {
    const message = messageOfModel(model);
    return message === undefined ? [] : [{ label: model.name, detail: JSON.stringify(message), message }];
  });
  const [only] = choices;
  if (!only) throw new Error(l10n.t('This API has no model that describes a message.'));
  const picked =
    choices.length === 1
      ? only
      : await window.showQuickPick(choices, { placeHolder: l10n.t('Model that the message satisfies') });
  if (!picked) return;
  const message = `${JSON.stringify(picked.message, undefined, 2)}\n`;
  await createSample(known, session, language, { message, name: picked.label });
}
