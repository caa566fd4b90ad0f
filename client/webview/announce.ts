import * as l10n from '@vscode/l10n';
import type { PanelConnection, PanelState } from '../../core/contracts/panel.ts';

/** What a screen reader should say of a change of state; undefined where nothing important changed. */
export function announce(before: PanelState | null, after: PanelState): string | undefined {
  if (before === null) return undefined;
  const sentences = [runSentence(before, after), ...connectionSentences(before, after)].filter(
    (sentence) => sentence !== undefined,
  );
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

function runSentence(before: PanelState, { run }: PanelState): string | undefined {
  if (before.run.state === run.state) return undefined;
  switch (run.state) {
    case 'stopped':
      return l10n.t('Stopped.');
    case 'starting':
      return l10n.t('Starting.');
    case 'running':
      return l10n.t('Running at {0}.', run.url);
    case 'failed':
      return l10n.t('Could not start: {0}', run.message);
  }
}

function connectionSentences(before: PanelState, after: PanelState): string[] {
  const wasOpen = new Set(before.connections.filter((one) => one.open).map((one) => one.connectionId));
  const known = new Set(before.connections.map((one) => one.connectionId));
  return after.connections.flatMap((one) => {
    const isNew = !known.has(one.connectionId);
    if (one.open) return isNew ? [l10n.t('Connection {0} opened.', one.connectionId)] : [];
    return isNew || wasOpen.has(one.connectionId) ? [endOf(one)] : [];
  });
}

function endOf({ connectionId, ended }: PanelConnection): string {
  if (connectionId !== '')
    return ended === undefined
      ? l10n.t('Connection {0} closed.', connectionId)
      : l10n.t('Connection {0} closed: {1}.', connectionId, ended);
  return ended === undefined ? l10n.t('Connection refused.') : l10n.t('Connection refused: {0}.', ended);
}
