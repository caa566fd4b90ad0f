import { type Api, routeKeysOf } from '../../core/api.ts';
import {
  compileRoutes,
  type RouteSelector,
  type Selection,
  selectRoute,
} from '../../core/routing/select-route.ts';
import type { Sample } from '../../core/sample.ts';

/** A sample and the route that it takes. */
export interface Evaluation {
  readonly sample: Sample;
  readonly selection: Selection;
}

const selectors = new WeakMap<Api, RouteSelector>();

/** The route that each sample takes; empty for an API without route selection expression. */
export function evaluateSamples(api: Api, samples: readonly Sample[]): readonly Evaluation[] {
  const expression = api.routeSelectionExpression?.value;
  if (expression === undefined) return [];
  const selector = selectors.get(api) ?? compileRoutes(expression, routeKeysOf(api));
  selectors.set(api, selector);
  return samples.map((sample) => ({ sample, selection: selectRoute(selector, sample.text) }));
}
