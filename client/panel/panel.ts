import { randomBytes } from 'node:crypto';
import {
  type Disposable,
  env,
  type ExtensionContext,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { ApiAddress } from '../../core/contracts/language.ts';
import type { FromPage, ToPage } from '../../core/contracts/panel.ts';
import { addressKey } from '../address.ts';
import type { Session } from '../session.ts';
import { throttled } from '../throttled.ts';
import { pageHtml } from './page.ts';
import { panelState, shownApi } from './panel-state.ts';

/** The panel's type, by which VS Code restores it after a reload. */
const viewType = 'routescope.panel';
/** Time between two messages to the page, in milliseconds: a frame, rounded up. */
const pause = 20;
const memory = 'panel.api';

/** The one panel of the window. */
export interface Panel extends Disposable {
  /** Opens the panel, or brings it to the front, at an API and the trace of one of its hits. */
  show(address?: ApiAddress, hit?: number): void;
}

/** What the person did in the page, and the API that the page shows. */
export type OnAction = (action: FromPage, address: ApiAddress) => void;

export function createPanel(context: ExtensionContext, session: Session, onAction: OnAction): Panel {
  let shown: { readonly panel: WebviewPanel; ready: boolean } | undefined;
  let wanted = context.workspaceState.get<ApiAddress>(memory);
  let wantedHit: number | undefined;
  let sentState = '';
  let sentApi: string | undefined;
  const update = throttled(pause, send);
  const unsubscribe = session.onChange(update.request);
  const trust = workspace.onDidGrantWorkspaceTrust(update.request);
  const serializer = window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel(panel) {
      adopt(panel);
      return Promise.resolve();
    },
  });

  function adopt(panel: WebviewPanel): void {
    const { webview } = panel;
    const part = (name: string): string =>
      webview.asWebviewUri(Uri.joinPath(context.extensionUri, 'dist', name)).toString();
    const own = { panel, ready: false };
    shown = own;
    panel.iconPath = Uri.joinPath(context.extensionUri, 'client', 'media', 'icon.png');
    webview.options = {
      enableScripts: true,
      localResourceRoots: ['dist', 'client/media'].map((path) => Uri.joinPath(context.extensionUri, path)),
    };
    webview.onDidReceiveMessage((message: FromPage) => receive(message));
    panel.onDidChangeViewState(() => {
      // A hidden page is thrown away; a new one says `ready` when it is shown again.
      if (!panel.visible) own.ready = false;
    });
    panel.onDidDispose(() => {
      if (shown === own) shown = undefined;
    });
    webview.html = pageHtml({
      nonce: randomBytes(16).toString('base64'),
      script: part('webview.js'),
      language: env.language,
      translations: JSON.stringify(l10n.bundle ?? {}),
    });
  }

  function receive(message: FromPage): void {
    const address = shownApi(session, wanted)?.address;
    if (message.type === 'ready') {
      if (shown) shown.ready = true;
      sentState = '';
      sentApi = undefined;
      send();
    }
    if (message.type === 'chooseApi') look(message.address);
    if (message.type === 'showHit') wantedHit = message.hit;
    if (address) onAction(message, message.type === 'chooseApi' ? message.address : address);
    update.request();
  }

  function look(address: ApiAddress): void {
    wanted = { uri: address.uri, logicalId: address.logicalId };
    void context.workspaceState.update(memory, wanted);
  }

  function send(): void {
    if (!shown?.ready) return;
    const state = panelState(session, wanted, workspace.isTrusted);
    const text = JSON.stringify(state);
    if (text !== sentState) post({ type: 'state', state });
    sentState = text;
    if (!state.api) return;
    const run = session.runOf(state.api.address);
    const key = `${addressKey(state.api.address)} ${run.traffic.generation}`;
    const reset = key !== sentApi;
    const unseen = run.traffic.takeUnseen();
    if (reset || unseen.length > 0) post({ type: 'traffic', rows: reset ? run.traffic.rows : unseen, reset });
    sentApi = key;
    const hit = run.hits.find(({ id }) => id === wantedHit);
    if (hit) post({ type: 'hit', hit });
    else if (wantedHit !== undefined) post({ type: 'noHit', hit: wantedHit });
    wantedHit = undefined;
  }

  function post(message: ToPage): void {
    // A webview of VS Code has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    void shown?.panel.webview.postMessage(message);
  }

  return {
    show(address, hit) {
      if (address) look(address);
      wantedHit = hit;
      if (shown) shown.panel.reveal(undefined, hit !== undefined);
      else adopt(window.createWebviewPanel(viewType, l10n.t('WebSocket API'), ViewColumn.Beside));
      update.request();
    },
    dispose() {
      unsubscribe();
      trust.dispose();
      update.dispose();
      serializer.dispose();
      shown?.panel.dispose();
    },
  };
}
