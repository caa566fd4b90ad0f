import * as l10n from '@vscode/l10n';
import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Actions } from '../actions.ts';
import { iconButton } from '../controls/icon-button.ts';
import { css } from '../css.ts';
import type { PageState } from '../page-state.ts';
import { copyRows } from './copy-rows.ts';
import { filterGroups } from './filter-rows.ts';
import type { FilterGroup } from './filter-rows.ts';

/** What is shown of the log: by kind, by words, only what failed; and copy and clear. */
export function toolbarView({ filter, visible, log }: PageState, actions: Actions): TemplateResult {
  const search = (event: Event): void => actions.filter({ search: (event.target as HTMLInputElement).value });
  const toggleGroup = (group: FilterGroup, isShown: boolean): void =>
    actions.filter({
      hidden: isShown ? [...filter.hidden, group] : filter.hidden.filter((one) => one !== group),
    });
  const groups = Object.entries(filterGroups) as [FilterGroup, (typeof filterGroups)[FilterGroup]][];
  return html`<div class="toolbar">
    <h2 id="traffic-title">${l10n.t('Traffic')}</h2>
    <div class="toggles" role="group" aria-label=${l10n.t('Show')}>
      ${groups.map(([group, { label }]) => {
        const isShown = !filter.hidden.includes(group);
        return toggle(label, isShown, () => toggleGroup(group, isShown));
      })}
    </div>
    ${toggle(l10n.t('Only failed'), filter.failedOnly, () => actions.filter({ failedOnly: !filter.failedOnly }))}
    <input
      type="search"
      aria-label=${l10n.t('Search the traffic')}
      placeholder=${l10n.t('Search')}
      .value=${live(filter.search)}
      @input=${search}
    />
    <div class="tail">
      <span class="muted" title=${l10n.t('Rows shown')}>${countText(visible.length, log.rows.length)}</span>
      ${iconButton('copy', l10n.t('Copy the rows shown'), () => actions.copy(copyRows(visible)))}
      ${iconButton('clear', l10n.t('Clear the log'), actions.clear)}
    </div>
  </div>`;
}

function toggle(label: string, isPressed: boolean, click: () => void): TemplateResult {
  return html`<button
    type="button"
    class="toggle"
    aria-pressed=${isPressed ? 'true' : 'false'}
    @click=${click}
  >
    ${label}
  </button>`;
}

function countText(shown: number, all: number): string {
  const [some, whole] = [shown, all].map((count) => count.toLocaleString(document.documentElement.lang));
  return shown === all ? `${some}` : l10n.t('{0} of {1}', `${some}`, `${whole}`);
}

export const toolbarStyle = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 8px;
    min-height: 27px;
    padding: 6px 12px;
    border-bottom: 1px solid var(--line);
  }
  .toolbar input {
    flex: 1 1 60px;
    min-width: 60px;
    max-width: 260px;
  }
  .toolbar .tail {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-left: auto;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .toggles {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  .tail > span {
    min-width: 3.5em;
    text-align: right;
  }
  /* A growing number must not move the rows by a line. */
  @container traffic (min-width: 740px) {
    .toolbar,
    .toolbar .toggles {
      flex-wrap: nowrap;
    }
  }
  button.toggle {
    min-height: 22px;
    padding: 0 8px;
    color: var(--muted);
    background: transparent;
    border-color: transparent;
  }
  button.toggle:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  button.toggle[aria-pressed='true'] {
    color: var(--vscode-foreground);
    background: var(--vscode-toolbar-activeBackground, transparent);
    border-color: var(--vscode-contrastActiveBorder, transparent);
  }
`;
