/** The page's one script, and the nonce that it carries. */
export interface PageParts {
  readonly nonce: string;
  readonly script: string;
}

/** The panel's HTML: everything is forbidden but our script, which brings its styles and icons. */
export function pageHtml({ nonce, script }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>WebSocket API</title>
    <script type="module" nonce="${nonce}" src="${script}"></script>
  </head>
  <body></body>
</html>
`;
}
