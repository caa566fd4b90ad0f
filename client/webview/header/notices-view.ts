import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PanelState } from '../../../core/contracts/panel.ts';
import type { Actions } from '../actions.ts';
import { icon } from '../controls/icon.ts';
import type { IconName } from '../controls/icon.ts';
import { css } from '../css.ts';

/** The sentences that stand above everything: what is restricted, what failed, what the emulator notices. */
export function noticesView({ restricted, run }: PanelState, actions: Actions): TemplateResult {
  return html`${restricted === undefined ? nothing : notice('warning', restricted, manageTrust(actions))}
  ${run.state === 'failed' ? notice('error', run.message) : nothing}
  ${run.state === 'running' && run.notice !== undefined ? notice('info', run.notice) : nothing}`;
}

function notice(kind: IconName, text: string, action: unknown = nothing): TemplateResult {
  return html`<p class="notice ${kind}">${icon(kind)}<span>${text} ${action}</span></p>`;
}

function manageTrust(actions: Actions): TemplateResult {
  return html`<button type="button" class="link" @click=${actions.manageTrust}>
    ${l10n.t('Manage trust')}
  </button>`;
}

export const noticesStyle = css`
  .notice {
    display: flex;
    gap: 8px;
    padding: 6px 16px;
    border-bottom: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .notice .icon {
    margin-top: 1px;
  }
  .notice.error {
    background: var(--vscode-inputValidation-errorBackground);
    color: var(--vscode-inputValidation-errorForeground, inherit);
  }
  .notice.warning {
    background: var(--vscode-inputValidation-warningBackground);
    color: var(--vscode-inputValidation-warningForeground, inherit);
  }
`;
