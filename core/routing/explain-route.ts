import {
  evaluateExpression,
  pathObstacles,
  type DetailedEvaluation,
  type Obstacle,
  type PartValue,
} from '../expression/evaluate.ts';
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
  const evaluation = evaluateExpression(selector.compiled, message);
  const steps = [...explainParse(evaluation), ...explainExpression(selector, evaluation)];
  return { selection, steps: [...steps, explainRouting(selection)] };
}

function explainParse({ lenient, obstacle }: DetailedEvaluation): TraceStep[] {
  if (obstacle === 'malformed expression') return [];
  const unread = obstacle && unreadable[obstacle];
  const read = lenient ? 'The message is not quite JSON; AWS reads this leniently' : 'The message is JSON';
  return [{ name: 'parse', text: unread ?? read, ok: unread === undefined }];
}

const unreadable: Readonly<Partial<Record<Obstacle, string>>> = {
  'not JSON': 'The message is not JSON, so the expression is not evaluated',
  'message is null': 'The message is null, and nothing can be found in it',
};

function explainExpression(
  { expression }: RouteSelector,
  { obstacle, parts, value }: DetailedEvaluation,
): TraceStep[] {
  if (obstacle && unreadable[obstacle]) return [];
  if (obstacle === 'malformed expression') {
    return expression.problems.map(({ message }) => ({ name: 'expression', text: message, ok: false }));
  }
  const steps = parts
    .filter(({ part }) => part.kind === 'variable')
    .map((part): TraceStep => explainPart(expression.text, part, obstacle));
  if (value !== null && parts.length !== 1) {
    steps.push({ name: 'expression', text: `${expression.text} → ${JSON.stringify(value)}`, ok: true });
  }
  return steps;
}

function explainPart(
  text: string,
  { part, value, missing }: PartValue,
  obstacle: Obstacle | undefined,
): TraceStep {
  const source = text.slice(part.span.start, part.span.end);
  if (value === null) {
    const reason = obstacle && pathObstacles[obstacle];
    return { name: 'expression', text: `${source} cannot be evaluated, ${reason}`, ok: false };
  }
  const unset = part.kind === 'variable' && part.name !== 'request.body';
  const remark = missing
    ? ', the message has nothing there'
    : unset
      ? ', this variable has no value while a message is routed'
      : '';
  return { name: 'expression', text: `${source} → ${JSON.stringify(value)}${remark}`, ok: true };
}

function explainRouting({ value, route, reason }: Selection): TraceStep {
  if (reason === 'matched') return { name: 'route', text: `Route ${route} has this key`, ok: true };
  const missed =
    value === null
      ? 'There is no value to look up'
      : /^\$(?:connect|disconnect)$/.test(value)
        ? `A message never selects ${value}`
        : `No route has the key ${JSON.stringify(value)}`;
  return reason === 'default'
    ? { name: 'route', text: `${missed}, so $default takes the message`, ok: true }
    : { name: 'route', text: `${missed} and there is no $default, so the client gets Forbidden`, ok: false };
}
