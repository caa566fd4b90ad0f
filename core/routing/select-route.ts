import { parseExpression, type Expression } from '../expression/parse.ts';
import { parseJsonPath } from '../expression/json-path.ts';
import type { RouteReason } from './trace.ts';

/** An expression and the route keys that it selects from, made ready to route many messages. */
export interface RouteSelector {
  readonly expression: Expression;
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
}

/** Makes an expression and route keys ready; a malformed expression evaluates to nothing. */
export function compileRoutes(expression: string, routeKeys: readonly string[]): RouteSelector {
  return { expression: parseExpression(expression), routeKeys: new Set(routeKeys) };
}

/** The route that API Gateway selects for a text message. */
export function selectRoute(selector: RouteSelector, message: string): Selection {
  const value = evaluate(selector.expression, message);
  const { routeKeys } = selector;
  const matched = value !== null && !/^\$(connect|disconnect)$/.test(value) && routeKeys.has(value);
  const route = matched ? value : routeKeys.has('$default') ? '$default' : null;
  const reason = matched ? 'matched' : route === null ? 'forbidden' : 'default';
  return { value, route, reason, lenient: false };
}

function evaluate({ parts, problems }: Expression, message: string): string | null {
  if (problems.length > 0) return null;
  let body: unknown;
  try {
    body = JSON.parse(message);
  } catch {
    return null;
  }
  return parts
    .map((part) => {
      if (part.kind === 'static') return part.text;
      if (part.name !== 'request.body') return '';
      let value = body;
      for (const step of parseJsonPath(part.path).steps) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return '';
        value = (value as Record<string | number, unknown>)[step];
      }
      return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
    })
    .join('');
}
