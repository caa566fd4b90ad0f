import { html } from 'lit/html.js';
import { tokenizeJson } from '../format/json-tokens.ts';

/** Longer texts would put more elements into the page than a scroll stands. */
const maximumColoured = 20_000;

/** JSON in the colours of the debugger; long texts without. */
export function jsonView(text: string): unknown {
  if (text.length > maximumColoured) return text;
  return tokenizeJson(text).map(({ text, kind }) =>
    kind === undefined ? text : html`<span class="json-${kind}">${text}</span>`,
  );
}
