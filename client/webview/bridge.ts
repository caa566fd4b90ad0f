import type { FromPage } from '../../core/contracts/panel.ts';

/** The page's only way to VS Code: messages to the host, and a small state that survives hiding the page. */
export interface Bridge {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** The bridge that VS Code puts into every webview; it may be asked for once. */
export function acquireBridge(): Bridge {
  return acquireVsCodeApi();
}

declare function acquireVsCodeApi(): Bridge;
