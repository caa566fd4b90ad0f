import * as l10n from '@vscode/l10n';
import { type Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { Session } from './session.ts';

/** What runs, at the lower edge of the window; a click opens the panel. Hidden while nothing runs. */
export function createStatusBar(session: Session): Disposable {
  const item = window.createStatusBarItem('routescope.status', StatusBarAlignment.Left);
  item.name = 'Routescope';
  item.command = 'routescope.openPanel';
  const unsubscribe = session.onChange(() => {
    const running = session.runs.filter((run) => run.state.state === 'running');
    const failed = session.runs.find((run) => run.isDefined && run.state.state === 'failed');
    const open = running.flatMap((run) => run.connections.filter((connection) => connection.open)).length;
    if (failed?.state.state === 'failed') {
      item.text = `$(error) ${session.nameOf(failed.address)}`;
      item.tooltip = failed.state.message;
      item.backgroundColor = new ThemeColor('statusBarItem.errorBackground');
      item.show();
    } else if (running.length > 0) {
      const names = running.map((run) => session.nameOf(run.address));
      item.text = `$(broadcast) ${names.join(', ')}  $(plug) ${open}`;
      item.tooltip = running.map((run) => (run.state.state === 'running' ? run.state.url : '')).join('\n');
      item.backgroundColor = undefined;
      item.accessibilityInformation = {
        label: l10n.t('Running: {0}; open connections: {1}', names.join(', '), open),
      };
      item.show();
    } else item.hide();
  });
  return {
    dispose() {
      unsubscribe();
      item.dispose();
    },
  };
}
