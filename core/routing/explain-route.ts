import * as l10n from '@vscode/l10n';
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
  const read = lenient
    ? l10n.t('The message is not quite JSON; AWS reads this leniently')
    : l10n.t('The message is JSON');
  return [{ name: 'parse', text: unread ?? read, ok: unread === undefined }];
}

const unreadable: Readonly<Partial<Record<Obstacle, string>>> = {
  'not JSON': l10n.t('The message is not JSON, so the expression is not evaluated'),
  'message is null': l10n.t('The message is null, and nothing can be found in it'),
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
    return {
      name: 'expression',
      text: l10n.t('{0} cannot be evaluated, {1}', source, reason ?? ''),
      ok: false,
    };
  }
  const unset = part.kind === 'variable' && part.name !== 'request.body';
  const given = `${source} → ${JSON.stringify(value)}`;
  const said = missing
    ? l10n.t('{0}, the message has nothing there', given)
    : unset
      ? l10n.t('{0}, this variable has no value while a message is routed', given)
      : given;
  return { name: 'expression', text: said, ok: true };
}

function explainRouting({ value, route, reason }: Selection): TraceStep {
  if (reason === 'matched')
    return { name: 'route', text: l10n.t('Route {0} has this key', route ?? ''), ok: true };
  const missed =
    value === null
      ? l10n.t('There is no value to look up')
      : /^\$(?:connect|disconnect)$/.test(value)
        ? l10n.t('A message never selects {0}', value)
        : l10n.t('No route has the key {0}', JSON.stringify(value));
  return reason === 'default'
    ? { name: 'route', text: l10n.t('{0}, so $default takes the message', missed), ok: true }
    : {
        name: 'route',
        text: l10n.t('{0} and there is no $default, so the client gets Forbidden', missed),
        ok: false,
      };
}
