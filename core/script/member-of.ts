import type { Span } from '../span.ts';
import { methodOf } from './lookup.ts';
import type { Machine } from './machine.ts';
import type { Value } from './value.ts';

/** A property of a value. */
export function memberOf(of: Value, name: string, span: Span, machine: Machine): Value {
  const part: Value = { kind: 'part', span, of, name };
  switch (of.kind) {
    case 'map':
      return of.entries.get(name)?.value ?? { kind: 'unknown', span, name };
    case 'list':
      return of.items[Number(name)] ?? { kind: 'unknown', span, name };
    case 'instance': {
      const own = of.fields.get(name) ?? methodOf(name, of.of, of);
      if (own) return own;
      return of.base ? { kind: 'part', span, of: of.base, name } : part;
    }
    case 'class':
      return staticOf(of, name, machine) ?? part;
    case 'made':
      return of.given.entries.get(name)?.value ?? part;
    case 'module':
      return (of.imported === '*' && machine.imported(of.from, name, of.file)) || part;
    case 'text':
    case 'plain':
    case 'function':
    case 'part':
    case 'unknown':
      return part;
  }
}

/** A property of the class itself. */
function staticOf(of: Extract<Value, { kind: 'class' }>, name: string, machine: Machine): Value | undefined {
  const isNamed = (statement: (typeof of.statement.body)[number]) =>
    statement.kind === 'set' && statement.target.kind === 'name' && statement.target.name === name;
  const found = of.statement.body.find(isNamed);
  if (found?.kind === 'set') return machine.evaluate(found.value, of.scope);
  return methodOf(name, of, undefined);
}
