import type { Api } from '../../../core/api.ts';
import { evaluateSamples } from '../evaluate-samples.ts';
import type { KnownFile } from '../known-file.ts';
import type { Fix } from '../rules/rule.ts';
import { addRoute } from './add-route.ts';
import { isAtApi, type Refactoring } from './refactoring.ts';

// More would hide what else is offered.
const mostOffers = 5;

/** A route for every value that a sample gives and that no route has. */
export const addRoutesOfSamples: Refactoring = {
  kind: 'refactor',
  offer: (at) => (isAtApi(at) ? routesFor(at.file, at.api).slice(0, mostOffers) : []),
};

function routesFor({ samplesOf, text }: KnownFile, api: Api): Fix[] {
  const values = evaluateSamples(api, samplesOf(api)).flatMap(({ selection }) => missingKey(selection));
  return [...new Set(values)].flatMap((value) => addRoute(api, text, value) ?? []);
}

/** The key of the route that a message asks for and that is not there. */
export function missingKey(selection: { readonly value: string | null; readonly reason: string }): string[] {
  const { reason, value } = selection;
  return reason !== 'matched' && value !== null && value !== '' && !value.startsWith('$') ? [value] : [];
}
