import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import themes from './themes.json' with { type: 'json' };

export type ThemeName = keyof typeof themes;

/** The themes that VS Code comes with, one of each kind. */
export const themeNames = Object.keys(themes) as ThemeName[];

/** A server on a free loopback port that gives the page as VS Code frames it. */
export interface PageServer {
  addressOf(theme: ThemeName): string;
  close(): void;
}

/** Serves a script in a page with a theme's real variables, VS Code's default style and the strictest policy. */
export async function servePage(script: string): Promise<PageServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/webview.js') {
      response.setHeader('content-type', 'text/javascript');
      response.end(script);
      return;
    }
    response.setHeader('content-type', 'text/html');
    response.setHeader('content-security-policy', policy);
    response.end(page(themes[(pathname.slice(1) || 'dark') as ThemeName]));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    addressOf: (theme) => `http://127.0.0.1:${port}/${theme}`,
    close: () => server.close(),
  };
}

const nonce = 'bm9uY2U';
const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;

// The part of VS Code's own style for webviews that touches elements which the page has.
const defaultStyle = `@layer vscode-default {
  html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
  body { background-color: transparent; color: var(--vscode-editor-foreground); padding: 0 20px;
    font: var(--vscode-font-weight) var(--vscode-font-size) var(--vscode-font-family); margin: 0; }
  input:focus, select:focus, textarea:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
  code { font-family: monospace; color: var(--vscode-textPreformat-foreground); padding: 1px 3px;
    background-color: var(--vscode-textPreformat-background); border-radius: 4px; }
}`;

function page({ bodyClass, variables }: (typeof themes)[ThemeName]): string {
  const declarations = Object.entries(variables).map(([name, value]) => `${name}: ${value};`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Routescope</title>
    <style nonce="${nonce}">:root { ${declarations.join(' ')} } ${defaultStyle}</style>
  </head>
  <body class="${bodyClass}">
    <script type="module" nonce="${nonce}" src="/webview.js"></script>
  </body>
</html>`;
}
