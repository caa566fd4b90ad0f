import './localize.ts';
import { type ExtensionContext, env, UIKind, Uri, version, window, workspace } from 'vscode';
import { registerCommands, showFailure } from './commands.ts';
import { createEvaluationDocuments } from './evaluation-documents.ts';
import { shownAddress, toHttp, toWebSocket } from './external-address.ts';
import { followChanges } from './follow-changes.ts';
import { createLanguage } from './language-client.ts';
import { answerPage } from './panel/answer-page.ts';
import { createPanel } from './panel/panel.ts';
import { stopApi } from './run-api.ts';
import type { RunWorld } from './run-api.ts';
import { Session } from './session.ts';
import { settings } from './settings.ts';
import { startWhenNeeded } from './start-when-needed.ts';
import { createStatusBar } from './status-bar.ts';
import { translationEnvironment } from './translations.ts';
import { createRoutesView } from './views/routes-view.ts';

let end: () => Promise<void> = () => Promise.resolve();

/** Called by VS Code when one of the activation events of package.json happens. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('Routescope', { log: true });
  const { version: own } = context.extension.packageJSON as { version: string };
  log.info(
    `Routescope ${own}, VS Code ${version}, Node.js ${process.version}, ${process.platform} ${process.arch}`,
  );
  const session = new Session(settings.maxHits);
  const language = createLanguage(context.extensionUri, context.workspaceState, session, log);
  const world: RunWorld = {
    program: Uri.joinPath(context.extensionUri, 'dist', 'emulator.cjs').fsPath,
    environment: translationEnvironment(),
    port: settings.port,
    allowedOrigins: settings.allowedOrigins,
    trusted: () => workspace.isTrusted,
    external: externalAddress,
    log: ({ text, level }) => log[level === 'warning' ? 'warn' : level](text),
    warn: (sentence) => void showFailure(sentence, log),
  };
  const panel = createPanel(context, session, (action, address) => {
    answerPage(action, address, session, language).catch((error: unknown) => showFailure(error, log));
  });
  const view = createRoutesView(session, () => void language.start());
  const evaluations = createEvaluationDocuments(session, language);
  const bench = { session, language, panel, view, evaluations, world, log };
  context.subscriptions.push(
    log,
    panel,
    view,
    evaluations,
    createStatusBar(session),
    ...registerCommands(bench),
    ...followChanges(bench),
    startWhenNeeded(
      () => void language.start(),
      (error) => log.warn(String(error)),
    ),
  );
  end = async () => {
    await Promise.all(session.runs.map((run) => stopApi(session, run.address)));
    await language.stop();
  };
}

/** Called by VS Code before the window closes. */
export async function deactivate(): Promise<void> {
  await end();
}

/** Where people reach a WebSocket address of the machine that runs the extension, which may not be theirs. */
async function externalAddress(address: string): Promise<string> {
  const local = toHttp(address);
  const external = await env.asExternalUri(Uri.parse(local));
  return toWebSocket(shownAddress(local, external.toString(true), env.uiKind === UIKind.Web));
}
