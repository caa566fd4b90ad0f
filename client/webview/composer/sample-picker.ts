import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Sample } from '../../../core/sample.ts';
import type { Actions } from '../actions.ts';

/** The choice of a sample to write as the message; it stands at the sample that the draft still equals. */
export function samplePicker(samples: readonly Sample[], draft: string, actions: Actions): unknown {
  if (samples.length === 0) return nothing;
  const chosen = samples.find((sample) => sample.text === draft)?.name ?? '';
  const choose = (event: Event): void => actions.chooseSample((event.target as HTMLSelectElement).value);
  return html`<select aria-label=${l10n.t('Sample')} @change=${choose}>
    <option value="" .selected=${live(chosen === '')}>${l10n.t('Samples')}</option>
    ${samples.map((sample) => option(sample, chosen))}
  </select>`;
}

function option({ name }: Sample, chosen: string): TemplateResult {
  // As a property of each option, because the host lists the chosen sample first: the options change places.
  return html`<option value=${name} .selected=${live(name === chosen)}>${name}</option>`;
}
