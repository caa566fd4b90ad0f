import { selectRoute, type RouteSelector, type Selection } from './select-route.ts';
import type { TraceStep } from './trace.ts';

/** Where a message goes, with the steps that led there. */
export interface Explanation {
  readonly selection: Selection;
  readonly steps: readonly TraceStep[];
}

/** Routes a message as `selectRoute` does and tells how it came to that. */
export function explainRoute(selector: RouteSelector, message: string): Explanation {
  const selection = selectRoute(selector, message);
  const { route, value } = selection;
  return {
    selection,
    steps: [
      {
        name: 'expression',
        text: `${selector.expression.text} → ${value ?? 'not evaluated'}`,
        ok: value !== null,
      },
      { name: 'route', text: route ?? 'Forbidden', ok: route !== null },
    ],
  };
}
