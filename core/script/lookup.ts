import type { Span } from '../span.ts';
import type { ClassValue, FunctionValue, InstanceValue, MapValue, Scope, Value } from './value.ts';

/** The variable of a scope or of those around it. */
export function variableOf(name: string, scope: Scope): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const value = at.values.get(name);
    if (value) return value;
  }
  return undefined;
}

/** A scope inside another one. */
export function scopeIn(outer: Scope, self: Value | undefined = outer.self): Scope {
  return { values: new Map(), outer, self, file: outer.file };
}

/** The method of a class or of what it extends, bound to an instance. */
export function methodOf(
  name: string,
  of: ClassValue,
  self: InstanceValue | undefined,
  depth = 0,
): FunctionValue | undefined {
  for (const statement of of.statement.body) {
    if (statement.kind !== 'define' || statement.name !== name) continue;
    const isPython = of.scope.file.script.language === 'python';
    const isStatic = statement.decorators.some(
      (decorator) => decorator.kind === 'name' && decorator.name === 'staticmethod',
    );
    const { start } = of.scope.file;
    return {
      kind: 'function',
      span: { start: statement.span.start + start, end: statement.span.end + start },
      expression: statement.value,
      scope: of.scope,
      self,
      takesSelf: isPython && !isStatic,
    };
  }
  return of.base?.kind === 'class' && depth < 20 ? methodOf(name, of.base, self, depth + 1) : undefined;
}

/** A map that nobody wrote. */
export function emptyMap(span: Span): MapValue {
  return { kind: 'map', span, entries: new Map() };
}
