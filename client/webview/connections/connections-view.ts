import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PanelState } from '../../../core/contracts/panel.ts';
import type { Actions } from '../actions.ts';
import { icon } from '../controls/icon.ts';
import { css } from '../css.ts';
import type { PageState } from '../page-state.ts';
import { connectFormView } from './connect-form-view.ts';
import { connectionView } from './connection-view.ts';
import { listedConnections } from './listed-connections.ts';

/** The clients of the API, which of them sends, and how to open one more. */
export function connectionsView(page: PageState, host: PanelState, actions: Actions): TemplateResult {
  const isRunning = host.run.state === 'running';
  const { listed, left } = listedConnections(host.connections);
  const connect = (event: Event): void => {
    event.preventDefault();
    actions.connect();
  };
  return html`<section class="connections" aria-labelledby="connections-title">
    <form @submit=${connect}>
      <div class="section-head">
        <h2 id="connections-title">${l10n.t('Connections')}</h2>
        <button aria-disabled=${isRunning ? nothing : 'true'}>${icon('connect')}${l10n.t('Connect')}</button>
      </div>
      ${connectFormView(page.form, actions)}
    </form>
    ${
      listed.length === 0
        ? html`<p class="muted">
            ${isRunning ? l10n.t('No connections yet.') : l10n.t('Not running: press Start.')}
          </p>`
        : html`<ul>
            ${listed.map((connection) => connectionView(connection, page.client, actions))}
          </ul>`
    }
    ${left === 0 ? nothing : html`<p class="muted">${l10n.t('Older connections not shown: {0}', left)}</p>`}
  </section>`;
}

export const connectionsStyle = css`
  .connections {
    display: grid;
    gap: 8px;
    padding: 10px 16px 12px;
    border-bottom: 1px solid var(--line);
  }
  .connections form {
    display: grid;
    gap: 4px;
  }
  .connections ul {
    max-height: 190px;
    margin: 0 -8px;
    overflow: auto;
  }
  .connection {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 26px;
    padding: 0 8px;
    border-radius: 4px;
  }
  .connection label {
    flex: 1;
    min-width: 0;
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .connection code {
    flex: none;
  }
  .connection :is(.mark, .fate, .since) {
    color: var(--muted);
  }
  .connection .since {
    font-variant-numeric: tabular-nums;
  }
  .connection .fate {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .connection .mark {
    flex: none;
    width: 13px;
    text-align: center;
  }
  .connect-form {
    display: grid;
    gap: 8px;
    padding: 6px 0 4px;
  }
  .connect-form label {
    display: grid;
    gap: 2px;
  }
  @media (max-width: 719px) {
    .connections {
      padding: 10px 12px;
    }
  }
`;
