import { type CompiledExpression, compileExpression } from '../expression/compile.ts';
import { evaluate, type Obstacle } from '../expression/evaluate.ts';
import type { Expression } from '../expression/parse.ts';
import type { RouteReason } from './trace.ts';

/** An expression and the route keys that it selects from, made ready to route many messages. */
export interface RouteSelector {
  readonly expression: Expression;
  readonly compiled: CompiledExpression;
  readonly routeKeys: ReadonlySet<string>;
}

/** Where a message goes, and why. */
export interface Selection {
  /** What the expression gave; null where it could not be evaluated. */
  readonly value: string | null;
  /** The key of the selected route; null where the client gets the Forbidden frame. */
  readonly route: string | null;
  readonly reason: RouteReason;
  /** The message is not quite JSON, and AWS reads it all the same. */
  readonly lenient: boolean;
  /** Why there is no value. */
  readonly obstacle?: Obstacle;
}

/** Makes an expression and route keys ready; a malformed expression evaluates to nothing. */
export function compileRoutes(expression: string, routeKeys: readonly string[]): RouteSelector {
  const compiled = compileExpression(expression);
  return { expression: compiled.expression, compiled, routeKeys: new Set(routeKeys) };
}

/**
 * The route that API Gateway selects for a text message: the one whose key is the expression's value, else
 * `$default`, else none.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
 */
export function selectRoute({ compiled, routeKeys }: RouteSelector, message: string): Selection {
  const { value, lenient, obstacle } = evaluate(compiled, message);
  const chosen = value !== null && isSelectable(value) && routeKeys.has(value);
  const route = chosen ? value : routeKeys.has('$default') ? '$default' : null;
  const reason = chosen ? 'matched' : route === null ? 'forbidden' : 'default';
  return { value, route, reason, lenient, ...(obstacle && { obstacle }) };
}

/** Messages neither connect nor disconnect, and no other key that begins with `$` can exist. */
function isSelectable(value: string): boolean {
  return !value.startsWith('$') || value === '$default';
}
