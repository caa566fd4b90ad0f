import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { icon } from './icon.ts';
import type { IconName } from './icon.ts';

/** A button that is only a picture; the label is its name and its tooltip. */
export function iconButton(name: IconName, label: string, click: (event: Event) => void): TemplateResult {
  return html`<button type="button" class="icon-button" aria-label=${label} title=${label} @click=${click}>
    ${icon(name)}
  </button>`;
}
