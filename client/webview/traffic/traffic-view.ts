import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PanelState } from '../../../core/contracts/panel.ts';
import type { Actions } from '../actions.ts';
import { icon } from '../controls/icon.ts';
import { css } from '../css.ts';
import type { PageState } from '../page-state.ts';
import { emptyReason } from './empty-reason.ts';
import { pressLogKey } from './press-log-key.ts';
import { rowElementId, rowView } from './row-view.ts';
import { toolbarView } from './toolbar-view.ts';
import { maxTrafficRows } from '../../../core/contracts/panel.ts';
import { isAtEnd, virtualWindow } from './virtual-window.ts';

/** The log of everything that passed, of which only the rows in sight are in the page. */
export function trafficView(page: PageState, host: PanelState, actions: Actions): TemplateResult {
  const { visible, selected, scrollTop, viewportHeight } = page;
  const { start, end, top, height } = virtualWindow(visible.length, scrollTop, viewportHeight);
  const reason = emptyReason(page, host);
  const isInPage = visible.slice(start, end).some((row) => row.id === selected);
  const scroll = ({ currentTarget }: Event): void => {
    const list = currentTarget as HTMLElement;
    actions.scrolled(
      list.scrollTop,
      list.clientHeight,
      isAtEnd(list.scrollTop, list.clientHeight, list.scrollHeight),
    );
  };
  // Set as properties: the security policy forbids style attributes.
  return html`<section class="traffic" aria-labelledby="traffic-title">
    ${toolbarView(page, actions)}
    <div
      class="rows"
      role="listbox"
      tabindex="0"
      aria-label=${l10n.t('Traffic')}
      aria-activedescendant=${isInPage && selected !== null ? rowElementId(selected) : nothing}
      @scroll=${scroll}
      @keydown=${(event: KeyboardEvent) => pressLogKey(event, page, actions)}
    >
      <div role="none" class="all" .style=${`height: ${height}px`}>
        <div role="none" .style=${`transform: translateY(${top}px)`}>
          ${visible
            .slice(start, end)
            .map((row, index) => rowView(row, start + index, visible.length, row.id === selected, actions))}
        </div>
      </div>
    </div>
    ${page.log.dropped === 0 ? nothing : droppedNote(page.log.dropped)}
    ${reason === undefined ? nothing : html`<p class="empty">${reason}</p>`}
    ${page.following || isAtEnd(scrollTop, viewportHeight, height) ? nothing : jumpButton(actions)}
  </section>`;
}

function droppedNote(dropped: number): TemplateResult {
  return html`<p class="dropped muted">
    ${icon('info')}${l10n.t('Only the newest rows are kept: {0}; older rows dropped: {1}.', inWords(maxTrafficRows), inWords(dropped))}
  </p>`;
}

function inWords(count: number): string {
  return count.toLocaleString(document.documentElement.lang);
}

function jumpButton(actions: Actions): TemplateResult {
  return html`<button type="button" class="jump" @click=${actions.follow}>
    ${icon('received')}${l10n.t('Jump to latest')}
  </button>`;
}

export const trafficStyle = css`
  .traffic {
    position: relative;
    flex: 1;
    min-width: 0;
    min-height: 220px;
    display: flex;
    flex-direction: column;
    container: traffic / inline-size;
  }
  .rows {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overflow-anchor: none;
    contain: strict;
  }
  .rows:focus-visible {
    outline-offset: -1px;
  }
  .rows .all {
    overflow: hidden;
  }
  .traffic > .empty {
    position: absolute;
    inset: 40% 0 auto;
    pointer-events: none;
  }
  .dropped {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 4px 12px;
    border-top: 1px solid var(--line);
  }
  .jump {
    position: absolute;
    bottom: 36px;
    left: 50%;
    transform: translateX(-50%);
    color: var(--vscode-editorWidget-foreground);
    background: var(--vscode-editorWidget-background);
    border-color: var(--line);
    box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
  }
  @media (max-width: 719px) {
    .traffic {
      flex: none;
      height: 60vh;
      min-height: 320px;
    }
  }
`;
