import { selectRoute } from '../../../core/routing/select-route.ts';
import type { RouteSelector } from '../../../core/routing/select-route.ts';

/** What the line under the composer says of the route that a message will take. */
export interface Prediction {
  /** What the expression gives, or why it gives nothing: `"join"`, `not JSON`. */
  readonly value: string;
  /** The key of the selected route; null where the client gets the Forbidden frame. */
  readonly route: string | null;
  /** A route was named and exists; anything else is a fall to `$default` or Forbidden. */
  readonly matched: boolean;
  /** A sentence for what people would not expect. */
  readonly note?: string;
}

/** The route that a message will take, by the same code that routes it in the emulator. */
export function predictRoute(selector: RouteSelector, message: string): Prediction {
  const { value, route, reason, lenient } = selectRoute(selector, message);
  const note = noteFor(route, lenient);
  return {
    value: value === null ? whyNothing(selector) : JSON.stringify(value),
    route,
    matched: reason === 'matched',
    ...(note === undefined ? {} : { note }),
  };
}

function whyNothing({ expression }: RouteSelector): string {
  return expression.problems.length > 0 ? 'expression cannot be evaluated' : 'not JSON';
}

function noteFor(route: string | null, lenient: boolean): string | undefined {
  if (route === null) return 'No route fits and there is no $default.';
  return lenient ? 'Not quite JSON: AWS reads this leniently.' : undefined;
}
