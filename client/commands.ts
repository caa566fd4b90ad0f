import * as l10n from '@vscode/l10n';
import { fileURLToPath } from 'node:url';
import { commands, type Disposable, env, type LogOutputChannel, window } from 'vscode';
import { addRoute } from './add-route.ts';
import { chooseApi } from './choose-api.ts';
import type { EvaluationDocuments } from './evaluation-documents.ts';
import type { Language } from './language-client.ts';
import { openDefinition } from './open-definition.ts';
import type { Panel } from './panel/panel.ts';
import { restrictedSentence } from './panel/panel-state.ts';
import { sampleFor } from './sample-for.ts';
import { startApi, stopApi, type RunWorld } from './run-api.ts';
import { createSampleFromModel, createSampleFromSelection } from './sample-sources.ts';
import { createSample, pickSample, refreshSamples } from './samples.ts';
import type { KnownApi, Session } from './session.ts';
import { settings } from './settings.ts';
import { sendFromTestClient } from './test-client.ts';
import type { RoutesView } from './views/routes-view.ts';
import type { CommandTarget } from './views/tree-node.ts';

/** What commands act on. */
export interface Workbench {
  readonly session: Session;
  readonly language: Language;
  readonly panel: Panel;
  readonly view: RoutesView;
  readonly evaluations: EvaluationDocuments;
  readonly world: RunWorld;
  readonly log: LogOutputChannel;
}

type Command = (bench: Workbench, target: CommandTarget) => Promise<void> | void;

/** Every command of package.json, by its name after `routescope.`. */
const commandTable: Readonly<Record<string, Command>> = {
  start: async (bench, target) => {
    const known = await chooseApi(bench.session, target, (one) => !hasEmulator(bench.session, one));
    if (known) await start(bench, known);
  },
  stop: async ({ session, log }, target) => {
    const known = await chooseApi(session, target, (one) => hasEmulator(session, one));
    if (!known) return;
    await stopApi(session, known.address);
    log.info(`${session.nameOf(known.address)} was stopped.`);
  },
  restart: async (bench, target) => {
    const known = await chooseApi(bench.session, target, (one) => hasEmulator(bench.session, one));
    if (!known) return;
    await stopApi(bench.session, known.address);
    await start(bench, known);
  },
  openPanel: ({ panel }, { uri, logicalId }) =>
    panel.show(uri !== undefined && logicalId !== undefined ? { uri, logicalId } : undefined),
  chooseSample: async ({ session, language }, target) => {
    const known = await chooseApi(session, target);
    if (known) await pickSample(known, session, language);
  },
  evaluateSamples: async ({ session, evaluations }, target) => {
    const known = await chooseApi(session, target);
    if (known) await evaluations.show(known);
  },
  sendSample: async (bench, target) => {
    const known = await chooseApi(bench.session, target);
    if (known) await sendSample(bench, known, target);
  },
  createSample: async ({ session, language }, target) => {
    const known = await chooseApi(session, target);
    if (known) await createSample(known, session, language);
  },
  createSampleFromSelection: async ({ session, language }, target) => {
    const known = await chooseApi(session, target);
    if (known) await createSampleFromSelection(known, session, language);
  },
  createSampleFromModel: async ({ session, language }, target) => {
    const known = await chooseApi(session, target, ({ api }) => api.models.length > 0);
    if (known) await createSampleFromModel(known, session, language);
  },
  addRoute: async ({ language }, { uri, logicalId, routeKey }) => {
    if (uri === undefined || logicalId === undefined || routeKey === undefined) return;
    await addRoute(language, { uri, logicalId }, routeKey);
  },
  saveAsSample: async ({ session, language }, target) => {
    const known = await chooseApi(session, target);
    const hit = known && session.runOf(known.address).hits.find(({ id }) => id === target.hit);
    if (known && hit) await createSample(known, session, language, { message: hit.message });
  },
  showHits: async ({ view }, { uri, logicalId, routeKey }) => {
    await commands.executeCommand('routescope.routes.focus');
    await view.reveal(
      ({ context, target }) =>
        (routeKey === undefined ? context.startsWith('api') : context.startsWith('route')) &&
        (uri === undefined || target?.uri === uri) &&
        (logicalId === undefined || target?.logicalId === logicalId) &&
        target?.routeKey === routeKey,
    );
  },
  openTrace: ({ panel }, { uri, logicalId, hit }) => {
    if (uri !== undefined && logicalId !== undefined) panel.show({ uri, logicalId }, hit);
  },
  openRoute: ({ session }, target) => openDefinition(session, target),
  copyUrl: async ({ session }, target) => {
    const known = await chooseApi(session, target, (one) => hasEmulator(session, one));
    const state = known && session.runOf(known.address).state;
    if (state?.state === 'running') await env.clipboard.writeText(state.url);
  },
  clearHits: async ({ session }, target) => {
    if (target.logicalId === undefined) for (const run of session.runs) session.clear(run);
    else {
      const known = await chooseApi(session, target);
      if (known) session.clear(session.runOf(known.address));
    }
  },
  openSettings: async () => {
    await commands.executeCommand('workbench.action.openSettings', '@ext:routescope.routescope');
  },
  showLog: ({ log }) => log.show(true),
};

/** Registers every command; one that fails says so in one sentence. */
export function registerCommands(bench: Workbench): Disposable[] {
  return Object.entries(commandTable).map(([name, command]) =>
    commands.registerCommand(`routescope.${name}`, async (given?: CommandTarget | string) => {
      // The menus of the tree give the id of their line.
      const target = typeof given === 'string' ? bench.view.find(given)?.target : given;
      try {
        await command(bench, target ?? {});
      } catch (error) {
        await showFailure(error, bench.log);
      }
    }),
  );
}

/** Shows what went wrong, and leads to the log. */
export async function showFailure(error: unknown, log: LogOutputChannel): Promise<void> {
  log.error(error instanceof Error ? error : String(error));
  const sentence = error instanceof Error ? error.message : String(error);
  const showLog = l10n.t('Show Log');
  if ((await window.showErrorMessage(sentence, showLog)) === showLog) log.show(true);
}

/** Starts an API and waits until it runs. */
async function start({ session, panel, world, log }: Workbench, { address }: KnownApi): Promise<void> {
  // The panel says itself that handlers do not run.
  if (settings.openPanelOnStart()) panel.show(address);
  else if (!world.trusted()) void explainRestriction();
  log.info(`${session.nameOf(address)} starts, from ${fileURLToPath(address.uri)}.`);
  await startApi(session, address, world);
  const { state } = session.runOf(address);
  if (state.state === 'failed') throw new Error(state.message);
  if (state.state !== 'running') return;
  log.info(`${session.nameOf(address)} listens at ${state.url}`);
  if (state.notice) log.info(state.notice);
  if (state.notice && !settings.openPanelOnStart()) void window.showInformationMessage(state.notice);
}

async function sendSample(bench: Workbench, known: KnownApi, target: CommandTarget): Promise<void> {
  const samples = await refreshSamples(bench.session, bench.language, known.address);
  const sample = sampleFor(samples, target);
  if (!sample) {
    const { routeKey } = target;
    await createSample(known, bench.session, bench.language, routeKey === undefined ? {} : { routeKey });
    return;
  }
  if (bench.session.runOf(known.address).state.state !== 'running') await start(bench, known);
  await sendFromTestClient(bench.session, known.address, sample.text);
}

async function explainRestriction(): Promise<void> {
  const action = l10n.t('Manage Trust');
  if ((await window.showWarningMessage(restrictedSentence, action)) === action)
    await commands.executeCommand('workbench.trust.manage');
}

function hasEmulator(session: Session, { address }: KnownApi): boolean {
  return session.runOf(address).emulator !== undefined;
}
