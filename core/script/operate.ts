import type { Expression } from '../syntax/script.ts';
import { combineText } from './combine-text.ts';
import type { Machine } from './machine.ts';
import { mostItems, placeOf, type Scope, type Value } from './value.ts';

type Operation = Extract<Expression, { kind: 'operation' }>;

/** What an operator makes of its operands. */
export function operate(operation: Operation, scope: Scope, machine: Machine): Value {
  const left = machine.evaluate(operation.left, scope);
  const right = machine.evaluate(operation.right, scope);
  const span = placeOf(operation, scope.file);
  switch (operation.operator) {
    case '??':
    case '||':
    case 'or':
      return isGiven(left) ? left : right;
    case '&&':
    case 'and':
      return left.kind === 'plain' && !left.value ? left : right;
    case '+':
      return added(operation, left, right, scope);
    case '/':
      // The join of a `pathlib.Path`.
      return left.kind === 'text' && right.kind === 'text'
        ? joined(operation, left, right, scope)
        : { kind: 'unknown', span };
    case '==':
    case '===':
      return compared(left, right, span, true);
    case '!=':
    case '!==':
      return compared(left, right, span, false);
    default:
      return { kind: 'unknown', span };
  }
}

/** What stands in for nothing is used where the value is nothing, or nothing that the program tells. */
function isGiven(value: Value): boolean {
  if (value.kind === 'plain') return Boolean(value.value);
  if (value.kind === 'text') return value.text.value !== '';
  return value.kind !== 'unknown' && value.kind !== 'part' && !(value.kind === 'made' && !value.isNew);
}

function added(operation: Operation, left: Value, right: Value, scope: Scope): Value {
  const span = placeOf(operation, scope.file);
  if (left.kind === 'list' && right.kind === 'list')
    return { kind: 'list', span, items: [...left.items, ...right.items].slice(0, mostItems) };
  if (left.kind === 'plain' && right.kind === 'plain')
    return { kind: 'plain', span, value: Number(left.value) + Number(right.value) };
  if (left.kind !== 'text' && right.kind !== 'text') return { kind: 'unknown', span };
  const parts = [partOf(operation.left, left, scope), partOf(operation.right, right, scope)];
  const [first, last] = parts;
  const startText = first?.value.kind === 'text' ? first.value.text.span : undefined;
  const endText = last?.value.kind === 'text' ? last.value.text.span : undefined;
  const isIn = (inner: { start: number; end: number } | undefined) =>
    inner && inner.start >= span.start && inner.end <= span.end ? inner : undefined;
  const inner = { start: isIn(startText)?.start ?? span.start, end: isIn(endText)?.end ?? span.end };
  return combineText(parts, span, inner, undefined);
}

function joined(operation: Operation, left: Value, right: Value, scope: Scope): Value {
  const span = placeOf(operation, scope.file);
  const slash = { value: '/', span: { start: span.start, end: span.start }, spelling: 'script-raw' } as const;
  const parts = [
    partOf(operation.left, left, scope),
    {
      value: { kind: 'text', span: slash.span, text: slash, pieces: ['/'] },
      span: slash.span,
      source: '',
    } as const,
    partOf(operation.right, right, scope),
  ];
  return combineText(parts, span, span, undefined);
}

function partOf(expression: Expression, value: Value, { file }: Scope) {
  const { start, end } = expression.span;
  return { value, span: placeOf(expression, file), source: file.script.text.slice(start, end) };
}

function compared(left: Value, right: Value, span: { start: number; end: number }, isEqual: boolean): Value {
  const [one, other] = [left, right].map((value) =>
    value.kind === 'text' ? value.text.value : value.kind === 'plain' ? value.value : undefined,
  );
  if (one === undefined || other === undefined) return { kind: 'unknown', span };
  return { kind: 'plain', span, value: (one === other) === isEqual };
}
