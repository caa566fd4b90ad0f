import { compareNumbers } from '../json/java-number.ts';
import { JsonNumber, type JsonValue } from '../json/json-value.ts';
import { render } from '../json/render.ts';
import { type Effort, spend } from './effort.ts';
import type { Criterion, Filter, Operand, Operator } from './filter.ts';
import { followPath, type Followed } from './follow-path.ts';
import type { Pattern } from './pattern.ts';

/** Where a filter's element stands, and what judging it may cost. */
interface Surroundings {
  readonly message: JsonValue;
  readonly effort: Effort;
}

/** Whether a filter accepts an element of a message; `invalid` where the engine gives up. */
export function accepts(filter: Filter, element: JsonValue, around: Surroundings): boolean | 'invalid' {
  for (const criteria of filter.anyOf) {
    const held = allHold(criteria, element, around);
    if (held !== false) return held;
  }
  return false;
}

function allHold(
  criteria: readonly Criterion[],
  element: JsonValue,
  around: Surroundings,
): boolean | 'invalid' {
  for (const criterion of criteria) {
    const held = holds(criterion, element, around);
    if (held !== true) return held;
  }
  return true;
}

function holds(criterion: Criterion, element: JsonValue, around: Surroundings): boolean | 'invalid' {
  const { message, effort } = around;
  const left = valueOf(criterion.left, element, message);
  if (left === 'invalid') return left;
  if (criterion.operator === 'exists' || criterion.operator === 'exists not') {
    const exists = left !== 'missing' && left.value !== null;
    return exists === (criterion.operator === 'exists');
  }
  if (left === 'missing') return false;
  const right = valueOf(criterion.right, element, message);
  if (typeof right === 'string') return right === 'invalid' ? right : false;
  if (criterion.operator !== '=~') return compare(criterion.operator, left.value, right.value);
  if (criterion.left.kind === 'pattern') return fits(criterion.left.pattern, right.value, effort);
  return criterion.right.kind === 'pattern' ? fits(criterion.right.pattern, left.value, effort) : false;
}

function valueOf(operand: Operand, element: JsonValue, message: JsonValue): Followed {
  if (operand.kind === 'path')
    return followPath(operand.steps, operand.from === 'element' ? element : message);
  return { value: operand.kind === 'text' ? operand.text : null };
}

function fits(pattern: Pattern, value: JsonValue, effort: Effort): boolean | 'invalid' {
  if (value === null) return false;
  const text = render(value, effort.left);
  if (text === undefined) spend(effort, Infinity);
  return (text === undefined ? text : pattern(text, effort)) ?? 'invalid';
}

function compare(operator: Exclude<Operator, '=~'>, left: JsonValue, right: JsonValue): boolean {
  const order = compareValues(right, left);
  if (order === 'incomparable') return false;
  if (order === undefined) return operator === '!=';
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>':
      return order < 0 && (left === null) === (right === null);
    case '>=':
      return order <= 0 && (left === null) === (right === null);
    case '<':
      return order > 0 && (left === null) === (right === null);
    case '<=':
      return order >= 0 && (left === null) === (right === null);
  }
}

/**
 * The engine's order of what is expected and what is there. Of two kinds, only a text on the expected side can be
 * compared with a number or a boolean: undefined where it is neither, `incomparable` for all other pairs.
 */
function compareValues(expected: JsonValue, actual: JsonValue): number | 'incomparable' | undefined {
  if (expected === actual) return 0;
  const nothing = [isNothing(expected), isNothing(actual)];
  if (nothing.includes(true)) return Number(nothing[1]) - Number(nothing[0]);
  if (typeof expected === 'string' && typeof actual === 'string') return order(expected, actual);
  if (actual instanceof JsonNumber && (expected instanceof JsonNumber || typeof expected === 'string')) {
    return compareNumbers(String(expected), String(actual));
  }
  if (typeof actual === 'boolean' && (typeof expected === 'boolean' || typeof expected === 'string')) {
    return Number(String(expected).toLowerCase() === 'true') - Number(actual);
  }
  return 'incomparable';
}

/** The text `null` is as good as null. */
function isNothing(value: JsonValue): boolean {
  return value === null || value === 'null';
}

function order(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
