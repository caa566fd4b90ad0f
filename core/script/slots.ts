import type { Span } from '../span.ts';
import type { CallExpression, Expression, MapEntry } from '../syntax/script.ts';
import type { Arguments, Machine } from './machine.ts';
import { mostItems, placeOf, type MapValue, type Scope, type Slot } from './value.ts';

/** The entries of a map, those of maps that are spread in it too; the last of a key counts. */
export function mapOf(entries: readonly MapEntry[], span: Span, scope: Scope, machine: Machine): MapValue {
  const found = new Map<string, Slot>();
  for (const { key: keyExpression, value: expression } of entries) {
    const key = keyExpression && machine.evaluate(keyExpression, scope);
    const value = machine.evaluate(expression, scope);
    const place = placeOf(expression, scope.file);
    if (keyExpression && key?.kind === 'text')
      found.set(key.text.value, { key: key.text, value, span: place });
    if (!keyExpression && value.kind === 'map')
      for (const [name, slot] of value.entries) found.set(name, slot);
    if (!keyExpression && value.kind === 'made')
      for (const [name, slot] of value.named.entries) found.set(name, slot);
  }
  return { kind: 'map', span, entries: found };
}

/** The positional arguments or items, lists that are spread in them resolved. */
export function argumentsIn(expressions: readonly Expression[], scope: Scope, machine: Machine): Slot[] {
  const slots = expressions.flatMap((expression): Slot[] => {
    const value = machine.evaluate(expression, scope);
    const span = placeOf(expression, scope.file);
    const key = { value: '', span, spelling: 'script-raw' } as const;
    if (expression.kind !== 'spread') return [{ key, value, span }];
    return value.kind === 'list' ? value.items.map((item) => ({ key, value: item, span })) : [];
  });
  return slots.slice(0, mostItems);
}

/** The arguments of a call. */
export function argumentsOf(call: CallExpression, scope: Scope, machine: Machine): Arguments {
  const span = placeOf(call, scope.file);
  return {
    positional: argumentsIn(call.positional, scope, machine),
    named: mapOf(call.named, span, scope, machine),
  };
}
