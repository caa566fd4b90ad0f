import { evaluateExpression } from '../../core/expression/evaluate.ts';
import { selectRoute, type RouteSelector } from '../../core/routing/select-route.ts';
import type { RouteReason } from '../../core/routing/trace.ts';

/** What `routescope eval` prints of one message. */
export interface Answer {
  /** Null where nothing was evaluated. */
  readonly value: string | null;
  /** Null for a Forbidden frame. */
  readonly route: string | null;
  readonly reason: RouteReason;
  /** What is wrong with the expression, whatever the message or for this one; offsets count in it. */
  readonly problems: readonly { readonly message: string; readonly start: number; readonly end: number }[];
}

/** Where a message goes, and what is wrong with the expression. */
export function answerOf(selector: RouteSelector, message: string): Answer {
  const { value, route, reason, obstacle } = selectRoute(selector, message);
  const found = obstacle ? evaluateExpression(selector.compiled, message).problems : [];
  const problems = found.map(({ message: text, span }) => ({ message: text, ...span }));
  return { value, route, reason, problems };
}
