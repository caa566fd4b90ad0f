import * as l10n from '@vscode/l10n';
import type { PanelState } from '../../../core/contracts/panel.ts';
import type { PageState } from '../page-state.ts';

/** The sentence that stands where rows would be; undefined where there are some. */
export function emptyReason(page: PageState, { run }: PanelState): string | undefined {
  if (page.visible.length > 0) return undefined;
  if (page.log.rows.length > 0) return l10n.t('Nothing fits the filter.');
  if (run.state === 'starting') return l10n.t('Starting…');
  if (run.state !== 'running') return l10n.t('Not running: press Start.');
  return l10n.t('No messages yet: press Send.');
}
