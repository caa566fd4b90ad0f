import type { Effort } from '../expression/effort.ts';
import type { Operator } from './node.ts';
import { printAtCost } from './print.ts';
import { isNumber, JavaDouble, JavaMap, type Value } from './value.ts';

/** What an operator other than `&&` and `||` makes of two values; nothing where it is not for them. */
export function calculate(operator: Operator, left: Value, right: Value, effort: Effort): Value {
  if (operator === '==') return isEqual(left, right, effort);
  if (operator === '!=') return !isEqual(left, right, effort);
  const compare = comparisons[operator];
  if (!isNumber(left) || !isNumber(right)) return compare ? false : null;
  const [one, other] = [toNumber(left), toNumber(right)];
  if (compare) return compare(one, other);
  if (typeof left === 'bigint' && typeof right === 'bigint') return onWhole[operator]?.(left, right) ?? null;
  const result = onDoubles[operator]?.(Number(one), Number(other)) ?? null;
  return result === null ? null : new JavaDouble(result);
}

/** Values of one kind are compared as such, others by how they are printed. */
export function isEqual(left: Value, right: Value, effort: Effort): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  // Comparing a double with a whole number of any size does not round the whole number.
  // oxlint-disable-next-line eqeqeq
  if (isNumber(left) && isNumber(right)) return toNumber(left) == toNumber(right);
  if (left instanceof JavaMap !== right instanceof JavaMap && typeof left === typeof right) return false;
  return printAtCost(left, effort) === printAtCost(right, effort);
}

/** A number as JavaScript has it. */
export function toNumber(value: bigint | JavaDouble): number | bigint {
  return value instanceof JavaDouble ? value.value : value;
}

type Operation<Operand, Result> = Readonly<
  Partial<Record<Operator, (left: Operand, right: Operand) => Result>>
>;

const comparisons: Operation<number | bigint, boolean> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

// Beyond this a multiplication that is repeated would take ever longer.
const mostDigits = 1000;

const onWhole: Operation<bigint, bigint | null> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => (String(left).length + String(right).length > mostDigits ? null : left * right),
  '/': (left, right) => (right === 0n ? null : left / right),
  '%': (left, right) => (right === 0n ? null : left % right),
};

const onDoubles: Operation<number, number | null> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? null : left / right),
  '%': (left, right) => (right === 0 ? null : left % right),
};
