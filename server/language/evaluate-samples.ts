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

interface Routing {
  readonly selector: RouteSelector;
  /** By the text of the message. */
  readonly selections: Map<string, Selection>;
}

// Every feature asks again at every keystroke, most of which change neither an expression nor a sample.
const routings = new Map<string, Routing>();
const mostRoutings = 50;
const mostSelections = 500;

/** The route that each sample takes; empty for an API without route selection expression. */
export function evaluateSamples(api: Api, samples: readonly Sample[]): readonly Evaluation[] {
  const expression = api.routeSelectionExpression?.value;
  return expression === undefined ? [] : evaluateFor(expression, routeKeysOf(api), samples);
}

/** Which of the keys an expression selects for each sample, as routes are selected. */
export function evaluateFor(
  expression: string,
  keys: readonly string[],
  samples: readonly Sample[],
): readonly Evaluation[] {
  const routing = routingOf(expression, keys);
  return samples.map((sample) => ({ sample, selection: selectionOf(routing, sample.text) }));
}

function routingOf(expression: string, routeKeys: readonly string[]): Routing {
  const key = JSON.stringify([expression, ...routeKeys]);
  const routing = routings.get(key) ?? {
    selector: compileRoutes(expression, routeKeys),
    selections: new Map<string, Selection>(),
  };
  // The one that was used last comes last.
  routings.delete(key);
  routings.set(key, routing);
  forgetFirst(routings, mostRoutings);
  return routing;
}

function selectionOf({ selector, selections }: Routing, message: string): Selection {
  const known = selections.get(message);
  if (known) return known;
  const selection = selectRoute(selector, message);
  selections.set(message, selection);
  forgetFirst(selections, mostSelections);
  return selection;
}

function forgetFirst(map: Map<string, unknown>, most: number): void {
  const [first] = map.keys();
  if (map.size > most && first !== undefined) map.delete(first);
}
