import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageHtml } from '../../client/panel/page.ts';

/** A server on a free loopback port that gives the panel's page. */
export interface PageServer {
  readonly url: string;
  close(): void;
}

/** Serves a script in the panel's HTML, with its security policy and VS Code's default style. */
export async function servePage(script: string): Promise<PageServer> {
  const server = createServer(({ url }, response) => {
    const [type, body] = contents(url ?? '/');
    response.setHeader('content-type', type);
    response.end(body);
  });
  const contents = (path: string): [type: string, body: string] => {
    if (path === '/webview.js') return ['text/javascript', script];
    if (path === '/default.css') return ['text/css', defaultStyle];
    if (path === '/') return ['text/html', html];
    return ['text/plain', ''];
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const html = pageHtml({ cspSource: url, nonce: 'bm9uY2U', script: '/webview.js', icons: '/default.css' });
  return { url, close: () => server.close() };
}

// What VS Code's own style for webviews says of elements that the page has.
const defaultStyle = `@layer vscode-default {
  html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
  body { background-color: transparent; color: var(--vscode-editor-foreground); padding: 0 20px; margin: 0;
    font: var(--vscode-font-weight) var(--vscode-font-size) var(--vscode-font-family); }
  input:focus, select:focus, textarea:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
  code { font-family: monospace; color: var(--vscode-textPreformat-foreground); padding: 1px 3px;
    background-color: var(--vscode-textPreformat-background); border-radius: 4px; }
}`;
