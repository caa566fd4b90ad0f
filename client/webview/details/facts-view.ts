import * as l10n from '@vscode/l10n';
import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import type { TrafficRow } from '../../../core/contracts/panel.ts';
import type { Actions } from '../actions.ts';
import { formatBytes } from '../format/bytes.ts';
import { formatDuration, formatTime } from '../format/time.ts';

/** What is known of a row besides its text. */
export function factsView(row: TrafficRow, actions: Actions): TemplateResult {
  const { route } = row;
  const facts: readonly (readonly [string, unknown])[] = [
    [l10n.t('Time'), formatTime(row.at)],
    [l10n.t('Connection'), row.connectionId && html`<code>${row.connectionId}</code>`],
    [l10n.t('Route'), route === null ? 'Forbidden' : route && routeLink(route, actions)],
    [l10n.t('Size'), row.bytes === undefined ? undefined : formatBytes(row.bytes)],
    [l10n.t('Took'), row.milliseconds === undefined ? undefined : formatDuration(row.milliseconds)],
  ];
  return html`<dl class="facts">
    ${facts
      .filter(([, value]) => value !== undefined && value !== '')
      .map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
  </dl>`;
}

function routeLink(route: string, actions: Actions): TemplateResult {
  return html`<button
    type="button"
    class="link"
    title=${l10n.t('Go to the definition of the route')}
    @click=${() => actions.openRoute(route)}
  >
    ${route}
  </button>`;
}
