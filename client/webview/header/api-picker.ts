import { html } from 'lit/html.js';
import type { TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { ApiAddress } from '../../../core/contracts/language.ts';
import type { PanelState } from '../../../core/contracts/panel.ts';
import type { Actions } from '../actions.ts';

/** The choice among the workspace's APIs; the file tells apart those of one name. */
export function apiPicker(apis: PanelState['apis'], chosen: ApiAddress, actions: Actions): TemplateResult {
  const chosenIndex = apis.findIndex((api) => isSame(api.address, chosen));
  const choose = (event: Event): void => {
    const api = apis[(event.target as HTMLSelectElement).selectedIndex];
    if (api) actions.chooseApi(api.address);
  };
  return html`<h1 class="silent">${apis[chosenIndex]?.name}</h1>
    <select aria-label="API" .selectedIndex=${live(chosenIndex)} @change=${choose}>
      ${apis.map(
        (api, index) => html`<option ?selected=${index === chosenIndex}>${label(api, apis)}</option>`,
      )}
    </select>`;
}

function isSame(one: ApiAddress, other: ApiAddress): boolean {
  return one.uri === other.uri && one.logicalId === other.logicalId;
}

function label(api: PanelState['apis'][number], apis: PanelState['apis']): string {
  return apis.filter(({ name }) => name === api.name).length > 1 ? `${api.name} (${api.file})` : api.name;
}
