import type { Span } from '../span.ts';
import type { Pattern } from '../syntax/script.ts';
import type { Machine } from './machine.ts';
import { knownText, placeOf, type Scope, type Value } from './value.ts';

/** Gives a value to a variable, a property, or the parts of it to several. */
export function assign(
  target: Pattern,
  value: Value,
  scope: Scope,
  declares: boolean,
  machine: Machine,
): void {
  switch (target.kind) {
    case 'name': {
      nameIt(value, target.name);
      const owner = declares ? scope : ownerOf(target.name, scope);
      owner.values.set(target.name, value);
      if (!scope.outer) scope.file.exported.set(target.name, value);
      return;
    }
    case 'parts': {
      for (const { key, target: inner, otherwise } of target.parts) {
        const part = key === undefined ? undefined : partOf(value, key, machine);
        const given = part ?? (otherwise && machine.evaluate(otherwise, scope));
        const span = placeOf({ span: { start: 0, end: 0 } }, scope.file);
        assign(inner, given ?? missing(value, key, span), scope, declares, machine);
      }
      return;
    }
    case 'member':
      nameIt(value, target.name);
      setMember(target, target.name, target.nameSpan, value, scope, machine);
      return;
    case 'index': {
      const key = knownText(machine.evaluate(target.index, scope));
      if (key) setMember(target, key.value, target.index.span, value, scope, machine);
    }
  }
}

function setMember(
  { of, span }: Extract<Pattern, { kind: 'member' | 'index' }>,
  name: string,
  nameSpan: Span,
  value: Value,
  scope: Scope,
  machine: Machine,
): void {
  if (of.kind === 'name' && of.name === 'module' && name === 'exports')
    scope.file.exported.set('default', value);
  if (of.kind === 'name' && of.name === 'exports') scope.file.exported.set(name, value);
  const owner = machine.evaluate(of, scope);
  if (owner.kind === 'instance') owner.fields.set(name, value);
  const map = owner.kind === 'map' ? owner : owner.kind === 'made' ? owner.given : undefined;
  const key = { value: name, span: placeOf({ span: nameSpan }, scope.file), spelling: 'script-raw' } as const;
  map?.entries.set(name, { key, value, span: placeOf({ span }, scope.file) });
}

/** The first name that a thing gets is the one that people know it by. */
function nameIt(value: Value, name: string): void {
  if (value.kind === 'made' || value.kind === 'instance') value.name ??= name;
}

function ownerOf(name: string, scope: Scope): Scope {
  for (let at: Scope | undefined = scope; at; at = at.outer) if (at.values.has(name)) return at;
  return scope;
}

function partOf(value: Value, key: string | number, machine: Machine): Value | undefined {
  if (value.kind === 'module') return machine.imported(value.from, String(key), value.file);
  if (value.kind === 'map') return value.entries.get(String(key))?.value;
  if (value.kind === 'list') return value.items[Number(key)];
  return value.kind === 'instance' ? value.fields.get(String(key)) : undefined;
}

function missing(value: Value, key: string | number | undefined, span: Span): Value {
  if (typeof key !== 'string') return { kind: 'unknown', span };
  const isNameless = value.kind === 'unknown' && value.name === undefined;
  return isNameless
    ? { kind: 'unknown', span, name: key }
    : { kind: 'part', span: value.span, of: value, name: key };
}
