import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { guard } from 'lit/directives/guard.js';
import type { TrafficRow } from '../../core/contracts/panel.ts';
import type { Actions } from './actions.ts';
import { composerView } from './composer/composer-view.ts';
import { connectionsView } from './connections/connections-view.ts';
import { css } from './css.ts';
import { detailsView } from './details/details-view.ts';
import { headerView } from './header/header-view.ts';
import { noticesView } from './header/notices-view.ts';
import { selectedRow } from './page-state.ts';
import type { PageState } from './page-state.ts';
import { trafficView } from './traffic/traffic-view.ts';

/** The whole page. */
export function pageView(page: PageState, actions: Actions): TemplateResult {
  return html`${contents(page, actions)}
    <p class="silent" role="status">${page.announcement}</p>`;
}

function contents(page: PageState, actions: Actions): TemplateResult {
  const { host } = page;
  if (!host) return html`<main class="page"><p class="empty">${l10n.t('Loading…')}</p></main>`;
  if (!host.api) return html`<main class="page">${noticesView(host, actions)}${noApi}</main>`;
  const row = selectedRow(page);
  return html`${headerView(host, host.api, actions)}
    <main class="page">
      ${noticesView(host, actions)}
      <div class="work">
        <div class="client">
          ${connectionsView(page, host, actions)}${composerView(page, host.api, actions)}
        </div>
        <div class="observed">
          ${trafficView(page, host, actions)}${row ? drawnOnce(row, page, actions) : nothing}
        </div>
      </div>
    </main>`;
}

// A long text is formatted once, not with every row that comes and every pixel of a scroll.
function drawnOnce(row: TrafficRow, page: PageState, actions: Actions): unknown {
  return guard([row, page.pretty, page.hit, page.missing], () => detailsView(row, page, actions));
}

const noApi = html`<div class="empty">
  <h1>${l10n.t('No API yet')}</h1>
  <p>${l10n.t('Open a file that defines a WebSocket API, and the API appears here.')}</p>
</div>`;

export const pageStyle = css`
  body {
    display: flex;
    flex-direction: column;
  }
  .page {
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .page > .empty {
    margin: auto;
    max-width: 44ch;
    display: grid;
    gap: 8px;
  }
  .work {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: clamp(300px, 32%, 380px) minmax(0, 1fr);
  }
  .client {
    min-height: 0;
    overflow: auto;
    display: flex;
    flex-direction: column;
    border-right: 1px solid var(--line);
  }
  .observed {
    min-width: 0;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .section-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-height: 26px;
  }
  .section-head > h2 {
    flex: 1;
  }
  @media (min-width: 1280px) {
    .observed {
      flex-direction: row;
    }
  }
  @media (max-width: 719px) {
    body {
      height: auto;
      min-height: 100vh;
      overflow: auto;
    }
    .work {
      grid-template-columns: minmax(0, 1fr);
    }
    .client {
      border-right: 0;
    }
    .observed {
      border-top: 1px solid var(--line);
    }
  }
`;
