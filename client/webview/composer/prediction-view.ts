import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { PanelApi } from '../../../core/contracts/panel.ts';
import type { Actions } from '../actions.ts';
import { icon } from '../controls/icon.ts';
import { compileLatest } from './compile-latest.ts';
import { predictRoute } from './predict-route.ts';

/** The line under the composer: `→ "join"  ✓ join`, and what a person should know besides. */
export function predictionView(api: PanelApi, draft: string, actions: Actions): TemplateResult {
  if (draft === '')
    return html`<p class="prediction muted" id="prediction" role="status">
      ${l10n.t('Write a message to see the route it takes.')}
    </p>`;
  const { value, route, matched, note } = predictRoute(selectorOf(api), draft);
  return html`<p class="prediction" id="prediction" role="status">
    <code title=${value}><span aria-hidden="true">→ </span>${value}</code>
    <span class="took">
      ${icon(matched ? 'check' : route === null ? 'error' : 'close')}
      ${
        route === null
          ? 'Forbidden'
          : html`<button
              type="button"
              class="link"
              title=${l10n.t('Go to the definition of the route')}
              @click=${() => actions.openRoute(route)}
            >
              ${route}
            </button>`
      }
    </span>
    ${note === undefined ? nothing : html`<span class="note muted">${note}</span>`}
  </p>`;
}

const selectorOf = compileLatest();
