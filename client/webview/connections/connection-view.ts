import * as l10n from '@vscode/l10n';
import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { PanelConnection } from '../../../core/contracts/panel.ts';
import type { Actions } from '../actions.ts';
import { iconButton } from '../controls/icon-button.ts';
import { formatTime } from '../format/time.ts';

/** One line of the connections: what it is called, how it fares, and for a client of this panel what it can do. */
export function connectionView(
  { connectionId, client, open, since, ended }: PanelConnection,
  chosen: number | null,
  actions: Actions,
): TemplateResult {
  const name = connectionId === '' ? '' : html`<code>${connectionId}</code>`;
  const time = html`<span class="since">${formatTime(since).slice(0, 8)}</span>`;
  if (!open) {
    const fate = connectionId === '' ? l10n.t('refused') : l10n.t('closed');
    return plainLine('–', name, ended === undefined ? fate : `${fate}: ${ended}`, time);
  }
  if (client === undefined) return plainLine('•', name, l10n.t('other client'), time);
  return html`<li class="connection">
    <label title=${l10n.t('Send from this connection')}
      ><input
        type="radio"
        name="client"
        .checked=${live(client === chosen)}
        @change=${() => actions.chooseClient(client)}
      /><span class="silent">${l10n.t('Send from')}</span>${name}</label
    >
    ${time}${iconButton('disconnect', l10n.t('Disconnect {0}', connectionId), () => actions.disconnect(client))}
  </li>`;
}

function plainLine(mark: string, name: unknown, state: string, time: unknown): TemplateResult {
  return html`<li class="connection">
    <span class="mark" aria-hidden="true">${mark}</span>${name}
    <span class="fate" title=${state}>${state}</span>${time}
  </li>`;
}
