import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { TraceStep } from '../../../core/routing/trace.ts';
import { icon } from '../controls/icon.ts';
import { css } from '../css.ts';
import { formatJson } from '../format/json.ts';
import { formatDuration } from '../format/time.ts';
import type { PageState } from '../page-state.ts';
import { jsonView } from './json-view.ts';

/** What became of a message, step by step, once the host has sent its trace. */
export function traceView(id: number, { hit, missing }: PageState): TemplateResult {
  if (missing === id) return html`<p class="muted">${l10n.t('The trace is no longer kept.')}</p>`;
  if (hit?.id !== id) return html`<p class="muted">${l10n.t('Loading the trace…')}</p>`;
  return html`<div class="section-head">
      <h2>${l10n.t('Trace')}</h2>
      ${hit.ok ? nothing : icon('error')}<span class=${hit.ok ? 'muted' : ''}>${hit.result}</span>
      <span class="muted">${formatDuration(hit.milliseconds)}</span>
    </div>
    <ol class="trace">
      ${hit.steps.map(stepView)}
    </ol>`;
}

function stepView({ name, text, detail, ok, milliseconds }: TraceStep): TemplateResult {
  return html`<li class=${ok ? 'step' : 'step failed-step'}>
    <span class="rung"
      >${icon(ok ? 'check' : 'error')}<span class="silent"
        >${ok ? l10n.t('Fine:') : l10n.t('Failed:')}</span
      ></span
    >
    <h3>${name}</h3>
    <span class="took muted">${milliseconds === undefined ? nothing : formatDuration(milliseconds)}</span>
    <p>${text}</p>
    ${
      detail === undefined
        ? nothing
        : html`<details>
            <summary>${l10n.t('Show the value')}</summary>
            <pre tabindex="0" aria-label=${l10n.t('Value of {0}', name)}>${prettyDetail(detail)}</pre>
          </details>`
    }
  </li>`;
}

function prettyDetail(detail: string): unknown {
  const formatted = formatJson(detail);
  return formatted === undefined ? detail : jsonView(formatted);
}

export const traceStyle = css`
  .trace {
    flex: none;
  }
  .step {
    position: relative;
    display: grid;
    grid-template-columns: 16px 1fr auto;
    gap: 2px 8px;
    padding-bottom: 10px;
  }
  .step > p,
  .step > details {
    grid-column: 2 / -1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  @container details (min-width: 400px) {
    .step {
      grid-template-columns: 16px 9em 1fr auto;
      padding-bottom: 8px;
    }
    .step > p {
      grid-area: 1 / 3;
    }
    .step > .took {
      grid-area: 1 / 4;
    }
    .step > details {
      grid-column: 3 / -1;
    }
  }
  .step:not(:last-child)::before {
    content: '';
    position: absolute;
    top: 20px;
    bottom: 0;
    left: 7.5px;
    border-left: 1px solid var(--vscode-tree-indentGuidesStroke, var(--line));
  }
  .step pre {
    margin-top: 4px;
    max-height: 320px;
    padding: 8px;
    overflow: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    background: var(--vscode-textCodeBlock-background);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 4px;
  }
  .step summary {
    color: var(--muted);
  }
`;
