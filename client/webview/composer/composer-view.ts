import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { PanelApi } from '../../../core/contracts/panel.ts';
import type { Actions } from '../actions.ts';
import { icon } from '../controls/icon.ts';
import { iconButton } from '../controls/icon-button.ts';
import { css } from '../css.ts';
import { sendObstacle } from '../page-state.ts';
import type { PageState } from '../page-state.ts';
import { messageSize } from './message-size.ts';
import { predictionView } from './prediction-view.ts';
import { samplePicker } from './sample-picker.ts';

/** Where a message is written, with the route that it will take. */
export function composerView(page: PageState, api: PanelApi, actions: Actions): TemplateResult {
  const { client, draft } = page;
  const { size, warning } = messageSize(draft);
  const obstacle = sendObstacle(page);
  const type = (event: Event): void => actions.edit((event.target as HTMLTextAreaElement).value);
  return html`<section class="composer" aria-labelledby="composer-title">
    <div class="section-head">
      <h2 id="composer-title">${l10n.t('Message')}</h2>
      ${samplePicker(page.host?.samples ?? [], draft, actions)}
      ${iconButton('json', l10n.t('Format JSON'), actions.formatDraft)}
      ${iconButton('save', l10n.t('Save as a sample'), () => actions.saveSample(draft))}
    </div>
    <textarea
      aria-labelledby="composer-title"
      aria-describedby="prediction"
      aria-keyshortcuts="Control+Enter Meta+Enter Alt+ArrowUp Alt+ArrowDown"
      title=${l10n.t('Alt+Up recalls what was sent')}
      spellcheck="false"
      placeholder='{ "action": "…" }'
      .value=${live(draft)}
      @input=${type}
      @keydown=${(event: KeyboardEvent) => pressKey(event, actions)}
    ></textarea>
    ${guard([api, draft], () => predictionView(api, draft, actions))}
    ${warning === undefined ? nothing : html`<p class="notice-line">${icon('warning')}${warning}</p>`}
    <div class="send">
      <span class="muted">${size}</span>
      <span class="muted hint" id="send-hint"
        >${obstacle ?? (client === null ? l10n.t('Connects first') : 'Ctrl+Enter')}</span
      >
      <button
        type="button"
        class="primary"
        aria-disabled=${obstacle === undefined ? nothing : 'true'}
        aria-describedby="send-hint"
        @click=${actions.send}
      >
        ${icon('send')}${l10n.t('Send')}
      </button>
    </div>
  </section>`;
}

function pressKey(event: KeyboardEvent, actions: Actions): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) actions.send();
  else if (event.altKey && event.key === 'ArrowUp') actions.recall(true);
  else if (event.altKey && event.key === 'ArrowDown') actions.recall(false);
  else return;
  event.preventDefault();
}

export const composerStyle = css`
  .composer {
    flex: 1 1 0;
    min-height: 240px;
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 10px 16px 12px;
  }
  .composer .section-head {
    flex-wrap: nowrap;
  }
  .composer select {
    min-width: 0;
    max-width: 160px;
  }
  .composer textarea {
    flex: 0 1 auto;
    field-sizing: content;
    min-height: 112px;
    resize: none;
    tab-size: 2;
  }
  .send {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .send .hint {
    flex: 1;
    text-align: right;
  }
  .notice-line {
    display: flex;
    gap: 6px;
  }
  .notice-line:empty {
    display: none;
  }
  .prediction {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    min-height: 22px;
  }
  .prediction .took {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .prediction .note {
    flex-basis: 100%;
  }
  @media (max-width: 719px) {
    .composer {
      flex: none;
      padding: 10px 12px;
    }
    .composer textarea {
      max-height: 45vh;
    }
  }
`;
