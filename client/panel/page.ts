/** The page's one script, and the nonce that it carries. */
export interface PageParts {
  readonly nonce: string;
  readonly script: string;
  /** The language of the window, such as `pt-br`. */
  readonly language: string;
  /** Translations by English sentence, as JSON. */
  readonly translations: string;
}

/** The panel's HTML: everything is forbidden but our script, which brings its styles and icons; data is no script. */
export function pageHtml({ nonce, script, language, translations }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>WebSocket API</title>
    <script type="application/json" id="translations">${translations.replaceAll('<', String.raw`\u003c`)}</script>
    <script type="module" nonce="${nonce}" src="${script}"></script>
  </head>
  <body></body>
</html>
`;
}
