import { css } from '../css.ts';

/** Buttons, fields and pictures, as VS Code draws its own. */
export const controlsStyle = css`
  .icon {
    width: 16px;
    height: 16px;
    flex: none;
    fill: currentColor;
  }
  .icon.error {
    color: var(--vscode-errorForeground);
  }
  .icon.warning {
    color: var(--vscode-editorWarning-foreground);
  }
  .icon.check {
    color: var(--good);
  }

  button {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 3px 10px;
    min-height: 26px;
    font: inherit;
    line-height: 18px;
    white-space: nowrap;
    color: var(--vscode-button-secondaryForeground);
    background: var(--vscode-button-secondaryBackground);
    border: 1px solid var(--vscode-button-border, transparent);
    border-radius: 4px;
    cursor: pointer;
  }
  button:hover {
    background: var(--vscode-button-secondaryHoverBackground);
  }
  button.primary {
    color: var(--vscode-button-foreground);
    background: var(--vscode-button-background);
  }
  button.primary:hover {
    background: var(--vscode-button-hoverBackground);
  }
  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  button.icon-button {
    padding: 2px;
    min-height: 0;
    color: var(--vscode-icon-foreground);
    background: transparent;
    border-color: transparent;
  }
  button.icon-button:hover {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-toolbar-hoverOutline, transparent);
  }
  button.link {
    padding: 0;
    min-height: 0;
    color: var(--vscode-textLink-foreground);
    background: none;
    border: 0;
    border-radius: 2px;
  }
  button.link:hover {
    text-decoration: underline;
  }

  input:not([type='radio']),
  textarea,
  select {
    box-sizing: border-box;
    min-height: 26px;
    padding: 3px 6px;
    font: inherit;
    color: var(--vscode-input-foreground);
    background: var(--vscode-input-background);
    border: 1px solid var(--field-border);
    border-radius: 4px;
  }
  select {
    color: var(--vscode-dropdown-foreground);
    background: var(--vscode-dropdown-background);
    border-color: var(--vscode-dropdown-border, transparent);
  }
  textarea {
    font: var(--code);
  }
  ::placeholder {
    color: var(--vscode-input-placeholderForeground);
    opacity: 1;
  }
  input[type='radio'] {
    margin: 0;
    accent-color: var(--vscode-focusBorder);
  }
  summary {
    cursor: pointer;
  }

  :is(button, input, select, textarea, summary, [tabindex]):focus {
    outline: none;
  }
  :is(button, input, select, textarea, summary, [tabindex]):focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 0;
  }
  button.primary:focus-visible {
    outline-offset: 2px;
  }
`;
