import { commands, type Disposable, workspace } from 'vscode';
import { showFailure, type Workbench } from './commands.ts';
import { refreshApi } from './run-api.ts';
import { refreshSamples } from './samples.ts';
import { throttled } from './throttled.ts';

/** Time in which several edits of a definition become one change of a running API, in milliseconds. */
const editPause = 200;
/** Time after which the language server knows of a changed file, in milliseconds: VS Code gathers for 250. */
const filePause = 500;
/** Time between two reports to the language server, in milliseconds. */
const tellPause = 100;

/** Keeps what depends on the session up to date: running APIs, the language server, `when` clauses. */
export function followChanges({ session, language, world, log }: Workbench): Disposable[] {
  let applied = session.definitions;
  let told = '';
  const contexts = new Map<string, boolean>();
  const apply = throttled(editPause, () => {
    applied = session.definitions;
    refreshRuns();
    refreshAllSamples();
  });
  const tell = throttled(tellPause, () => {
    const text = JSON.stringify(session.runningApis);
    if (text === told) return;
    told = text;
    language.tellSession().then(refreshAllSamples, report);
  });
  const readSamples = throttled(filePause, refreshAllSamples);
  const sampleFiles = workspace.createFileSystemWatcher('**/.routescope/samples/*');
  const unsubscribe = session.onChange(() => {
    setContexts();
    tell.request();
    if (session.definitions !== applied) apply.request();
  });
  setContexts();

  function setContexts(): void {
    const running = session.runs.filter((run) => run.emulator).length;
    setContext('isReady', session.language === 'ready');
    setContext('hasApis', session.apis.length > 0);
    setContext('isRunning', running > 0);
    setContext('isStopped', running < session.apis.length);
    setContext(
      'hasHits',
      session.runs.some((run) => run.hits.length > 0 || run.traffic.rows.length > 0),
    );
  }

  function setContext(name: string, value: boolean): void {
    if (contexts.get(name) === value) return;
    contexts.set(name, value);
    void commands.executeCommand('setContext', `routescope.${name}`, value);
  }

  function refreshRuns(): void {
    for (const run of session.runs)
      refreshApi(session, run, world).catch((error: unknown) => showFailure(error, log));
  }

  function report(error: unknown): void {
    log.error(String(error));
  }

  function refreshAllSamples(): void {
    for (const { address } of session.apis)
      if (session.runOf(address).isDefined) refreshSamples(session, language, address).catch(report);
  }

  return [
    { dispose: unsubscribe },
    apply,
    tell,
    readSamples,
    sampleFiles,
    sampleFiles.onDidCreate(readSamples.request),
    sampleFiles.onDidChange(readSamples.request),
    sampleFiles.onDidDelete(readSamples.request),
    workspace.onDidGrantWorkspaceTrust(refreshRuns),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('routescope')) return;
      language.redraw();
      refreshRuns();
    }),
  ];
}
