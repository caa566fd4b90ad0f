import { css } from './css.ts';

/** Names for the colours that several parts use, and the ground that everything stands on. */
export const baseStyle = css`
  :root {
    --muted: var(--vscode-descriptionForeground);
    --line: var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    --field-border: var(--vscode-input-border, var(--vscode-contrastBorder, transparent));
    --good: var(--vscode-charts-green);
    --code: var(--vscode-editor-font-size, 12px) var(--vscode-editor-font-family, monospace);
  }
  body {
    margin: 0;
    padding: 0;
    height: 100vh;
    overflow: hidden;
    font: var(--vscode-font-size, 13px) / 1.4 var(--vscode-font-family, sans-serif);
    color: var(--vscode-foreground);
    background: var(--vscode-editor-background);
  }
  .vscode-dark,
  .vscode-high-contrast:not(.vscode-high-contrast-light) {
    color-scheme: dark;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol,
  pre,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 1.15em;
    font-weight: 600;
  }
  h2 {
    font-size: 11px;
    font-weight: 700;
    text-transform: uppercase;
    color: var(--vscode-sideBarSectionHeader-foreground, var(--vscode-foreground));
  }
  h3 {
    font-size: 1em;
    font-weight: 600;
  }
  code,
  pre {
    font: var(--code);
  }
  code {
    padding: 0;
    color: inherit;
    background: none;
    overflow-wrap: anywhere;
  }
  .muted {
    color: var(--muted);
  }
  .silent {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .empty {
    padding: 16px;
    color: var(--muted);
    text-align: center;
  }
  .busy {
    animation: turn 1.5s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(360deg);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .busy {
      animation: none;
    }
  }
  .vscode-reduce-motion .busy {
    animation: none;
  }
`;
