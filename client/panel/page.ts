/** Where the webview may load the page's parts from, and the nonce that its one script carries. */
export interface PageParts {
  readonly cspSource: string;
  readonly nonce: string;
  readonly script: string;
  /** The style sheet of the icon font. */
  readonly icons: string;
}

/** The panel's HTML: everything is forbidden but our script and the icon font. */
export function pageHtml({ cspSource, nonce, script, icons }: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>WebSocket API</title>
    <link rel="stylesheet" href="${icons}">
    <script type="module" nonce="${nonce}" src="${script}"></script>
  </head>
  <body></body>
</html>
`;
}
