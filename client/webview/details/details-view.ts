import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { TrafficRow } from '../../../core/contracts/panel.ts';
import type { Actions } from '../actions.ts';
import { iconButton } from '../controls/icon-button.ts';
import { css } from '../css.ts';
import { formatJson } from '../format/json.ts';
import type { PageState } from '../page-state.ts';
import { kinds } from '../traffic/row-view.ts';
import { factsView } from './facts-view.ts';
import { jsonView } from './json-view.ts';
import { traceView } from './trace-view.ts';

/** Everything about one row of the log: its facts, its text, its trace. */
export function detailsView(row: TrafficRow, page: PageState, actions: Actions): TemplateResult {
  const formatted = formatJson(row.text);
  const isPretty = page.pretty && formatted !== undefined;
  return html`<section
    class="details"
    aria-labelledby="details-title"
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close(event, actions)}
  >
    <div class="section-head">
      <h2 id="details-title">${kinds[row.kind].label}</h2>
      ${
        row.kind === 'in'
          ? html`<button type="button" class="link" @click=${actions.reuse}>
              ${l10n.t('Edit and send again')}
            </button>`
          : nothing
      }
      ${
        formatted === undefined
          ? nothing
          : html`<button
              type="button"
              class="toggle"
              aria-pressed=${isPretty ? 'true' : 'false'}
              @click=${() => actions.showPretty(!page.pretty)}
            >
              ${l10n.t('Pretty')}
            </button>`
      }
      ${
        row.kind === 'in'
          ? iconButton('save', l10n.t('Save as a sample'), () => actions.saveSample(row.text))
          : nothing
      }
      ${iconButton('copy', l10n.t('Copy the text'), () => actions.copy(row.text))}
      ${iconButton('close', l10n.t('Close the details'), (event) => close(event, actions))}
    </div>
    ${factsView(row, actions)}
    ${row.text === '' ? nothing : html`<pre tabindex="0" aria-label=${l10n.t('Text')}>${isPretty ? jsonView(formatted) : row.text}</pre>`}
    ${row.hit === undefined ? nothing : traceView(row.hit, page)}
  </section>`;
}

/** Closes the details, and gives the focus back to the log. */
function close(event: Event, actions: Actions): void {
  const { currentTarget } = event;
  if (currentTarget instanceof Element)
    currentTarget.closest('.observed')?.querySelector<HTMLElement>('.rows')?.focus();
  actions.select(null);
}

export const detailsStyle = css`
  .details {
    flex: 0 1 62%;
    min-height: 160px;
    min-width: 0;
    overflow: auto;
    display: flex;
    flex-direction: column;
    gap: 8px;
    padding: 6px 12px 12px;
    container: details / inline-size;
    border-top: 1px solid var(--line);
  }
  .details > .facts {
    flex: none;
  }
  .details > pre {
    flex: none;
    max-height: 40vh;
    padding: 8px;
    overflow: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    background: var(--vscode-textCodeBlock-background);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 4px;
  }
  .json-name {
    color: var(--vscode-debugTokenExpression-name);
  }
  .json-string {
    color: var(--vscode-debugTokenExpression-string);
  }
  .json-number {
    color: var(--vscode-debugTokenExpression-number);
  }
  .json-keyword {
    color: var(--vscode-debugTokenExpression-boolean);
  }
  @media (min-width: 1280px) {
    .details {
      flex: 0 0 40%;
      border-top: 0;
      border-left: 1px solid var(--line);
    }
  }
  @media (max-width: 719px) {
    .details {
      flex: none;
      min-height: 0;
    }
  }
`;
