/** What VS Code's own style for webviews says of elements that the page has. */
export const defaultStyle = `@layer vscode-default {
  html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
  body { background-color: transparent; color: var(--vscode-editor-foreground); padding: 0 20px; margin: 0;
    font: var(--vscode-font-weight) var(--vscode-font-size) var(--vscode-font-family); }
  input:focus, select:focus, textarea:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
  code { font-family: monospace; color: var(--vscode-textPreformat-foreground); padding: 1px 3px;
    background-color: var(--vscode-textPreformat-background); border-radius: 4px; }
}`;

/** Runs in the page, before it loads. */
export function adoptStyle(style: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}
