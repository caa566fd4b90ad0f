import { booleanOf, isNull, numberOf, stringOf, type Value } from './value.ts';

/** What an operator makes of one or two values; undefined where they do not tell. */
export function compute(operator: string, left: Value, right?: Value): number | boolean | undefined {
  if (operator === '&&' || operator === '||') return decide(operator === '||', left, right);
  if (operator === '==' || operator === '!=') {
    const equal = right && areEqual(left, right);
    return equal === undefined ? undefined : equal === (operator === '==');
  }
  if (operator === '!') {
    const value = booleanOf(left);
    return value === undefined ? undefined : !value;
  }
  const [one, other] = right ? [numberOf(left), numberOf(right)] : [0, numberOf(left)];
  return one === undefined || other === undefined ? undefined : calculate(operator, one, other);
}

/** One side may decide alone. */
function decide(deciding: boolean, left: Value, right: Value | undefined): boolean | undefined {
  const [one, other] = [booleanOf(left), booleanOf(right)];
  if (one === deciding || other === deciding) return deciding;
  return one === undefined || other === undefined ? undefined : !deciding;
}

/** A number is equal to no text, but nobody compares them. */
function areEqual(left: Value, right: Value): boolean | undefined {
  if (left.kind === 'reference' || right.kind === 'reference') return undefined;
  if (isNull(left) || isNull(right)) return isNull(left) && isNull(right);
  const [one, other] = [stringOf(left), stringOf(right)];
  if (one !== undefined && other !== undefined) return one === other;
  return isEmpty(left) && isEmpty(right) ? true : undefined;
}

function isEmpty(value: Value): boolean {
  if (value.kind === 'list') return value.items.length === 0;
  return value.kind === 'map' && value.entries.length === 0;
}

function calculate(operator: string, one: number, other: number): number | boolean | undefined {
  switch (operator) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '/':
      return other === 0 ? undefined : one / other;
    case '%':
      return other === 0 ? undefined : one % other;
    case '<':
      return one < other;
    case '>':
      return one > other;
    case '<=':
      return one <= other;
    case '>=':
      return one >= other;
    default:
      return undefined;
  }
}
