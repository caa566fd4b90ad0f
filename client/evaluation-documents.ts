import * as l10n from '@vscode/l10n';
import { Disposable, EventEmitter, Uri, ViewColumn, window, workspace } from 'vscode';
import type { ApiAddress } from '../core/contracts/language.ts';
import { evaluationAddress, evaluationQuery } from './evaluation-address.ts';
import type { Language } from './language-client.ts';
import type { KnownApi, Session } from './session.ts';
import { nameOf } from './name-of.ts';
import { throttled } from './throttled.ts';

const scheme = 'routescope-evaluation';
/** Time between what is typed and the documents that show what it does, in milliseconds. */
const refreshPause = 60;

/** The read-only documents that show an API's samples with their routes; they follow what is typed. */
export interface EvaluationDocuments extends Disposable {
  /** Opens the document of an API beside the editor. */
  show(known: KnownApi): Promise<void>;
}

export function createEvaluationDocuments(session: Session, language: Language): EvaluationDocuments {
  const changed = new EventEmitter<Uri>();
  const refresh = throttled(refreshPause, () => {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
  });
  const registered = Disposable.from(
    changed,
    refresh,
    { dispose: session.onChange(refresh.request) },
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme !== scheme) refresh.request();
    }),
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => textOf(evaluationAddress(uri.query)),
    }),
  );

  async function textOf(address: ApiAddress | undefined): Promise<string> {
    const text = address && (await language.evaluation(address));
    return text ?? `${l10n.t('This API is not defined any more.')}\n`;
  }

  return {
    async show({ address, api }) {
      const uri = Uri.from({
        scheme,
        path: `/${l10n.t('{0} samples', nameOf(api))}`,
        query: evaluationQuery(address),
      });
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document, {
        viewColumn: ViewColumn.Beside,
        preserveFocus: true,
        preview: false,
      });
    },
    dispose: () => registered.dispose(),
  };
}
