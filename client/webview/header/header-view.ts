import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PanelApi, PanelState, RunState } from '../../../core/contracts/panel.ts';
import type { Actions } from '../actions.ts';
import { icon } from '../controls/icon.ts';
import { iconButton } from '../controls/icon-button.ts';
import { css } from '../css.ts';
import { apiPicker } from './api-picker.ts';

/** Which API this is, whether it runs, where, and what routes its messages. */
export function headerView(host: PanelState, api: PanelApi, actions: Actions): TemplateResult {
  const { run } = host;
  return html`<header>
    <div class="title">
      ${host.apis.length > 1 ? apiPicker(host.apis, api.address, actions) : html`<h1>${api.name}</h1>`}
      <span class="run ${run.state}">${stateNames[run.state]}</span>
    </div>
    <dl class="facts">
      <div>
        <dt>${l10n.t('Route selection')}</dt>
        <dd><code>${api.routeSelectionExpression || l10n.t('none')}</code></dd>
      </div>
      ${run.state === 'running' ? addressViews(run, actions) : nothing}
    </dl>
    ${runButton(run, actions)}
  </header>`;
}

const stateNames = {
  stopped: l10n.t('Stopped'),
  starting: l10n.t('Starting'),
  running: l10n.t('Running'),
  failed: l10n.t('Failed'),
} as const;

function addressViews(
  { url, connections }: Extract<RunState, { state: 'running' }>,
  actions: Actions,
): TemplateResult {
  const managementUrl = `${connections}/@connections`;
  return html`${addressView(l10n.t('Address'), url, url, actions)}
  ${addressView(l10n.t('Management API'), new URL(managementUrl).pathname, managementUrl, actions)}`;
}

function addressView(name: string, shown: string, url: string, actions: Actions): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>
      <code title=${url}>${shown}</code
      >${iconButton('copy', l10n.t('Copy {0}', url), () => actions.copy(url))}
    </dd>
  </div>`;
}

// One button whatever the state, so that the focus stays where it is.
function runButton({ state }: RunState, actions: Actions): TemplateResult {
  const [name, label, act] = {
    stopped: ['start', l10n.t('Start'), actions.start],
    starting: ['busy', l10n.t('Starting…'), () => {}],
    running: ['stop', l10n.t('Stop'), actions.stop],
    failed: ['start', l10n.t('Try again'), actions.start],
  }[state] as [Parameters<typeof icon>[0], string, () => void];
  return html`<button
    type="button"
    class=${state === 'running' ? 'run-button' : 'run-button primary'}
    aria-disabled=${state === 'starting' ? 'true' : nothing}
    @click=${act}
  >
    ${icon(name)}${label}
  </button>`;
}

export const headerStyle = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 24px;
    padding: 10px 16px;
    border-bottom: 1px solid var(--line);
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-width: 0;
  }
  .run {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--muted);
  }
  .run::before {
    content: '';
    box-sizing: border-box;
    width: 9px;
    height: 9px;
    border: 2px solid currentColor;
    border-radius: 50%;
  }
  .run.running::before {
    border-color: var(--good);
    background: var(--good);
  }
  .run.failed {
    color: inherit;
  }
  .run.failed::before {
    border-color: var(--vscode-errorForeground);
    background: var(--vscode-errorForeground);
  }
  header .facts {
    flex: 1;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
    min-width: 0;
  }
  .facts > div {
    min-width: 0;
  }
  .facts dt {
    font-size: 11px;
    color: var(--muted);
  }
  .facts dd {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 22px;
  }
  .run-button {
    min-width: 80px;
    justify-content: center;
  }
  @media (max-width: 959px) {
    header .facts {
      flex-basis: 100%;
      order: 1;
    }
    .title {
      flex: 1;
    }
  }
  @media (max-width: 719px) {
    header {
      padding: 10px 12px;
    }
  }
`;
