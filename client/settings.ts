import { workspace } from 'vscode';

/** The settings of the extension as they are now; every one is described in package.json. */
export const settings = {
  port: () => read('port', 3001),
  openPanelOnStart: () => read('openPanelOnStart', true),
  hints: () => read('hints.enabled', true),
  codeLenses: () => read('codeLenses.enabled', true),
  allowedOrigins: () => read('allowedOrigins', []),
  maxHits: () => Math.max(1, read('maxHits', 1000)),
};

function read<Value>(name: string, fallback: Value): Value {
  return workspace.getConfiguration('routescope').get(name, fallback);
}
