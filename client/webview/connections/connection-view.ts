import { html, nothing } from 'lit/html.js';
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
  const name = html`<code>${connectionId || 'refused'}</code>`;
  const time = formatTime(since).slice(0, 8);
  if (!open)
    return html`<li class="connection">
      <label
        ><span class="mark muted" aria-hidden="true">–</span>${name}
        <span class="muted" title=${ended ?? nothing}
          >closed${ended === undefined ? '' : `: ${ended}`}</span
        ></label
      >
    </li>`;
  if (client === undefined)
    return html`<li class="connection">
      <label
        ><span class="mark muted" aria-hidden="true">•</span>${name}
        <span class="muted">another client, since ${time}</span></label
      >
    </li>`;
  return html`<li class="connection">
    <label
      ><input
        type="radio"
        name="client"
        .checked=${live(client === chosen)}
        @change=${() => actions.chooseClient(client)}
      />${name} <span class="muted">since ${time}${client === chosen ? ', sends' : ''}</span></label
    >
    ${iconButton('disconnect', `Disconnect ${connectionId}`, () => actions.disconnect(client))}
  </li>`;
}
