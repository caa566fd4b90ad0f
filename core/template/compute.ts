import * as l10n from '@vscode/l10n';
import { calculate } from './arithmetic.ts';
import { Failure } from './failure.ts';
import { stepEffort } from './limits.ts';
import { callMethod, readProperty } from './members.ts';
import type { Access, Operand, Reference } from './node.ts';
import { keyOf, printAtCost } from './print.ts';
import { renderApart, type Run, step } from './run.ts';
import { Block, JavaDouble, JavaList, JavaMap, type Value } from './value.ts';

/** The value of an operand. */
export function compute(run: Run, operand: Operand): Value {
  step(run);
  switch (operand.kind) {
    case 'reference':
      return computeReference(run, operand);
    case 'string':
      return operand.nodes ? renderApart(run, operand.nodes) : operand.value;
    case 'number':
      return /^-?\d+$/.test(operand.text) ? BigInt(operand.text) : new JavaDouble(Number(operand.text));
    case 'boolean':
      return operand.value;
    case 'list':
      return new JavaList(operand.items.map((item) => compute(run, item)));
    case 'map':
      return new JavaMap(
        operand.entries.map(([key, value]) => [keyOf(compute(run, key)), compute(run, value)]),
      );
    case 'range':
      return rangeOf(run, compute(run, operand.from), compute(run, operand.to));
    case 'not':
      return !holds(run, operand.operand);
    case 'binary':
      return computeBinary(run, operand);
  }
}

/** Whether a condition holds: of values only references with one do; texts, numbers, lists and sums do not. */
export function holds(run: Run, operand: Operand): boolean {
  const value = compute(run, operand);
  return operand.kind === 'reference' ? value !== null && value !== false : value === true;
}

/** The value of a reference, or of as many of what follows its name as are given. */
export function computeReference(
  run: Run,
  { name, nameSpan, accesses, span }: Reference,
  most = accesses.length,
): Value {
  run.at = nameSpan;
  const probe = run.probe?.start === span.start ? run.probe : undefined;
  let value = run.variables.get(name) ?? null;
  if (value instanceof Block) value = renderApart(run, value.nodes);
  for (const [index, access] of accesses.slice(0, most).entries()) {
    if (probe && index === probe.accesses) probe.found ??= value;
    if (value === null) return null;
    value = follow(run, value, access);
  }
  if (probe && accesses.length <= probe.accesses) probe.found ??= value;
  return value;
}

function follow(run: Run, value: Value, access: Access): Value {
  step(run);
  if (access.kind === 'property') {
    run.at = access.span;
    return readProperty(value, access.name, run.effort);
  }
  const given =
    access.kind === 'index'
      ? [fromEnd(value, compute(run, access.index))]
      : access.arguments.map((one) => compute(run, one));
  run.at = access.span;
  return callMethod(value, access.kind === 'index' ? 'get' : access.name, given, run.effort);
}

/** Negative indexes count from the end. */
export function fromEnd(value: Value, index: Value): Value {
  return typeof index === 'bigint' && index < 0n && value instanceof JavaList
    ? index + BigInt(value.items.length)
    : index;
}

function computeBinary(run: Run, { operator, left, right }: Operand & { kind: 'binary' }): Value {
  if (operator === '&&') return holds(run, left) && holds(run, right);
  if (operator === '||') return holds(run, left) || holds(run, right);
  const one = compute(run, left);
  const other = compute(run, right);
  if (operator === '+' && (typeof one === 'string' || typeof other === 'string')) {
    const text = textOf(run, left, one) + textOf(run, right, other);
    step(run, text.length);
    return text;
  }
  return calculate(operator, one, other, run.effort);
}

/** Beside a text, a reference without value is added as it is written. */
function textOf(run: Run, operand: Operand, value: Value): string {
  if (value === null) return operand.kind === 'reference' ? operand.source : '';
  return printAtCost(value, run.effort);
}

function rangeOf(run: Run, from: Value, to: Value): Value {
  if (typeof from !== 'bigint' || typeof to !== 'bigint') return null;
  const count = Number(from < to ? to - from : from - to) + 1;
  if (count > 100_000) throw new Failure(l10n.t('This range has more than 100,000 numbers.'));
  step(run, count * stepEffort);
  const direction = from < to ? 1n : -1n;
  return new JavaList(Array.from({ length: count }, (_, index) => from + direction * BigInt(index)));
}
