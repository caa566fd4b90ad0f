import * as l10n from '@vscode/l10n';
import { FileType, Uri, window, workspace } from 'vscode';
import { routeKeysOf } from '../core/api.ts';
import type { ApiAddress, RoutedSample } from '../core/contracts/language.ts';
import type { Language } from './language-client.ts';
import { sampleFileName, skeletonMessage } from './sample-text.ts';
import type { KnownApi, Session } from './session.ts';

/** Fetches the samples of an API anew, the chosen one first. */
export async function refreshSamples(
  session: Session,
  language: Language,
  address: ApiAddress,
): Promise<readonly RoutedSample[]> {
  const samples = await language.samples(address);
  session.setSamples(session.runOf(address), samples);
  return samples;
}

/** Lets the person pick the sample that hints are evaluated against. */
export async function pickSample(
  { address, api }: KnownApi,
  session: Session,
  language: Language,
): Promise<void> {
  const samples = await refreshSamples(session, language, address);
  const create = { label: '$(new-file) Create Sample…', sample: undefined };
  const picked = await window.showQuickPick(
    [
      ...samples.map((sample, index) => ({
        label: sample.name,
        description: `→ ${sample.route ?? l10n.t('no route')}${index === 0 ? `, ${l10n.t('current')}` : ''}`,
        detail: sample.text.replaceAll(/\s+/g, ' ').slice(0, 200),
        sample,
      })),
      create,
    ],
    { placeHolder: l10n.t('Message that the hints are evaluated against'), matchOnDetail: true },
  );
  if (!picked) return;
  if (!picked.sample) {
    await createSample({ address, api }, session, language);
    return;
  }
  await language.chooseSample(address, picked.sample.name);
  await refreshSamples(session, language, address);
}

/** Writes a new sample file beside the definition, opens it, and makes it the current one; the person names it. */
export async function createSample(
  { address, api }: KnownApi,
  session: Session,
  language: Language,
  content: { readonly message?: string; readonly routeKey?: string; readonly name?: string } = {},
): Promise<void> {
  const routeKeys = content.routeKey === undefined ? routeKeysOf(api) : [content.routeKey];
  const name = await window.showInputBox({
    title: l10n.t('Name of the sample'),
    value: content.name ?? suggestedName(routeKeys),
    prompt: l10n.t('It becomes a file in .routescope/samples beside the definition.'),
    validateInput: (text) =>
      sampleFileName(text) ? undefined : l10n.t('Letters, digits, dots, dashes and underscores.'),
  });
  const file = name === undefined ? undefined : sampleFileName(name);
  if (!file) return;
  const uri = Uri.joinPath(Uri.parse(address.uri), '..', '.routescope', 'samples', file);
  if (await exists(uri)) {
    const replace = l10n.t('Replace');
    const answer = await window.showWarningMessage(
      l10n.t('{0} is there already.', file),
      { modal: true },
      replace,
    );
    if (answer !== replace) return;
  }
  const text = content.message ?? skeletonMessage(api.routeSelectionExpression?.value ?? '', routeKeys);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await window.showTextDocument(uri);
  await language.chooseSample(address, file);
  await refreshSamples(session, language, address);
}

function suggestedName(routeKeys: readonly string[]): string {
  return routeKeys.find((key) => !key.startsWith('$') && sampleFileName(key)) ?? 'message';
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type === FileType.File;
  } catch {
    return false;
  }
}
