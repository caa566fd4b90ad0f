import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { TrafficRow } from '../../../core/contracts/panel.ts';
import type { Actions } from '../actions.ts';
import { icon } from '../controls/icon.ts';
import type { IconName } from '../controls/icon.ts';
import { css } from '../css.ts';
import { formatBytes } from '../format/bytes.ts';
import { formatDuration, formatTime } from '../format/time.ts';
import { previewText } from './preview-text.ts';

/** The element id of a row of the log. */
export function rowElementId(id: number): string {
  return `row-${id}`;
}

/** One row of the log, the `index`th of `count`. */
export function rowView(
  row: TrafficRow,
  index: number,
  count: number,
  isSelected: boolean,
  actions: Actions,
): TemplateResult {
  const { label, picture } = kinds[row.kind];
  return html`<div
    class="row ${row.kind}-row ${row.ok ? '' : 'failed-row'}"
    role="option"
    id=${rowElementId(row.id)}
    aria-selected=${isSelected ? 'true' : 'false'}
    aria-posinset=${index + 1}
    aria-setsize=${count}
    @click=${() => actions.select(row.id)}
  >
    ${icon(row.ok || row.kind !== 'notice' ? picture : 'error')}<span class="silent"
      >${row.ok ? label : l10n.t('{0}, failed', label)}</span
    >
    <span class="time">${formatTime(row.at)}</span>
    <span class="from">${row.connectionId ?? ''}</span>
    <span class="text"
      >${row.ok || row.kind === 'notice' ? nothing : icon('error')}${previewText(row.text)}</span
    >
    <span class="route">${routeText(row)}</span>
    <span class="size">${row.bytes === undefined ? nothing : formatBytes(row.bytes)}</span>
    <span class="latency"
      >${row.milliseconds === undefined ? nothing : formatDuration(row.milliseconds)}</span
    >
  </div>`;
}

/** What people call the kinds of row, and their pictures. */
export const kinds: Readonly<Record<TrafficRow['kind'], { label: string; picture: IconName }>> = {
  in: { label: l10n.t('Sent'), picture: 'sent' },
  out: { label: l10n.t('Received'), picture: 'received' },
  connect: { label: l10n.t('Connected'), picture: 'connect' },
  disconnect: { label: l10n.t('Disconnected'), picture: 'disconnect' },
  log: { label: l10n.t('Log'), picture: 'log' },
  notice: { label: l10n.t('Notice'), picture: 'info' },
};

function routeText({ route }: TrafficRow): string {
  return route === null ? 'Forbidden' : (route ?? '');
}

export const rowStyle = css`
  .row {
    box-sizing: border-box;
    display: grid;
    grid-template-columns: 16px 7.5em minmax(0, 1fr) minmax(0, auto);
    align-items: center;
    gap: 8px;
    height: 22px;
    padding: 0 12px;
    line-height: 22px;
    white-space: nowrap;
    cursor: pointer;
  }
  .row > span:not(.silent) {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .row .text {
    font: var(--code);
  }
  .row .time,
  .row .from,
  .row .size,
  .row .latency {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .row .from,
  .row .size,
  .row .latency {
    display: none;
  }
  .row .route {
    max-width: 16ch;
  }
  .in-row > .icon {
    color: var(--vscode-charts-blue);
  }
  .out-row > .icon {
    color: var(--good);
  }
  .failed-row > .icon {
    color: var(--vscode-errorForeground);
  }
  .row .text > .icon {
    margin-right: 6px;
    vertical-align: -3px;
  }
  /* Lines of text have no route, size or latency: they may be as long as the log is wide. */
  :is(.log-row, .notice-row) > :is(.from, .route, .size, .latency) {
    display: none !important;
  }
  :is(.log-row, .notice-row) > .text {
    grid-column: 3 / -1;
  }
  .row:hover {
    color: var(--vscode-list-hoverForeground, inherit);
    background: var(--vscode-list-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .row[aria-selected='true'],
  .row[aria-selected='true'] span,
  .row[aria-selected='true'] .icon {
    color: var(--vscode-list-inactiveSelectionForeground, var(--vscode-foreground));
  }
  .row[aria-selected='true'] {
    background: var(--vscode-list-inactiveSelectionBackground);
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .rows:focus .row[aria-selected='true'],
  .rows:focus .row[aria-selected='true'] span,
  .rows:focus .row[aria-selected='true'] .icon {
    color: var(--vscode-list-activeSelectionForeground);
  }
  .rows:focus .row[aria-selected='true'] {
    background: var(--vscode-list-activeSelectionBackground);
  }
  @container traffic (min-width: 560px) {
    .row {
      grid-template-columns: 16px 7.5em minmax(0, 1fr) 12ch 4.5em 4.5em;
    }
    .row .size,
    .row .latency {
      display: block;
      text-align: right;
    }
  }
  @container traffic (min-width: 700px) {
    .row {
      grid-template-columns: 16px 7.5em 6em minmax(0, 1fr) 12ch 4.5em 4.5em;
    }
    .row .from {
      display: block;
      font: var(--code);
    }
  }
`;
