import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Actions } from '../actions.ts';
import { icon } from '../controls/icon.ts';
import { readConnectForm } from './connect-options.ts';
import type { ConnectForm } from './connect-options.ts';

/** What a connection is opened with: query, headers, subprotocols; folded away until wanted. */
export function connectFormView(form: ConnectForm, actions: Actions): TemplateResult {
  const options = readConnectForm(form);
  const fill = (field: keyof ConnectForm) => (event: Event) =>
    actions.fillForm({ [field]: (event.target as HTMLInputElement | HTMLTextAreaElement).value });
  return html`<details>
      <summary>
        ${l10n.t('Query, headers, subprotocols')}${
          isFilled(form) ? html` <span class="muted">${l10n.t('(set)')}</span>` : nothing
        }
      </summary>
      <div class="connect-form">
        <label
          >${l10n.t('Query')}
          <input
            .value=${live(form.query)}
            placeholder="token=abc&room=1"
            spellcheck="false"
            autocomplete="off"
            @input=${fill('query')}
        /></label>
        <label
          >${l10n.t('Headers, one a line')}
          <textarea
            rows="2"
            .value=${live(form.headers)}
            placeholder="Authorization: Bearer abc"
            spellcheck="false"
            @input=${fill('headers')}
          ></textarea>
        </label>
        <label
          >${l10n.t('Subprotocols, separated by commas')}
          <input
            .value=${live(form.subprotocols)}
            placeholder="ocpp1.6, ocpp2.0.1"
            spellcheck="false"
            autocomplete="off"
            @input=${fill('subprotocols')}
        /></label>
      </div>
    </details>
    <p class="notice-line" role="status">
      ${'problem' in options ? html`${icon('warning')}${options.problem}` : nothing}
    </p>`;
}

function isFilled({ query, headers, subprotocols }: ConnectForm): boolean {
  return [query, headers, subprotocols].some((text) => text.trim() !== '');
}
