import type { CallExpression } from '../syntax/script.ts';
import { callBuiltin } from './builtins.ts';
import { emptyMap, methodOf, variableOf } from './lookup.ts';
import type { Arguments, Machine } from './machine.ts';
import { memberOf } from './member-of.ts';
import { argumentsOf } from './slots.ts';
import { pathOf, placeOf, type InstanceValue, type MadeValue, type Scope, type Value } from './value.ts';

/** What a call comes to: what the program's own function returns, or a note of what was called with what. */
export function callValue(call: CallExpression, scope: Scope, machine: Machine): Value {
  const { callee } = call;
  const span = placeOf(call, scope.file);
  const base = baseCall(call, scope, machine);
  if (base) return base;
  const nameSpan = placeOf({ span: callee.kind === 'member' ? callee.nameSpan : callee.span }, scope.file);
  const note = (called: Value, on: Value | undefined, given: Arguments) =>
    machine.keep({
      kind: 'made',
      span,
      nameSpan,
      path: pathOf(called),
      isNew: call.isNew,
      on,
      ...given,
      given: emptyMap(span),
    });
  const on = callee.kind === 'member' ? machine.evaluate(callee.of, scope) : undefined;
  const called = calledBy(call, on, scope, machine);
  const given = argumentsOf(call, scope, machine);
  if (called.kind === 'function') return machine.call(called, given);
  if (called.kind === 'class') return machine.instantiate(called, given, span);
  const [file] = given.positional;
  if (callee.kind === 'name' && callee.name === 'require' && file?.value.kind === 'text') {
    return { kind: 'module', span, from: file.value.text.value, imported: '*', file: scope.file };
  }
  const name = callee.kind === 'member' ? callee.name : '';
  const known = call.isNew
    ? undefined
    : callBuiltin({ name, path: pathOf(called), on, given, span, scope }, machine);
  if (known) return known;
  return note(called, on?.kind === 'instance' ? (on.base ?? on) : on, given);
}

/** What a module gives is not looked for: what it makes is read where it stands. */
function calledBy({ callee }: CallExpression, on: Value | undefined, scope: Scope, machine: Machine): Value {
  if (callee.kind === 'name') {
    const variable = variableOf(callee.name, scope);
    if (variable?.kind === 'module') return variable;
  }
  if (callee.kind !== 'member' || !on) return machine.evaluate(callee, scope);
  const span = placeOf(callee, scope.file);
  if (on.kind === 'module') return { kind: 'part', span, of: on, name: callee.name };
  return memberOf(on, callee.name, span, machine);
}

/** `super(…)`, and `super().__init__(…)` of Python. */
function baseCall(call: CallExpression, scope: Scope, machine: Machine): Value | undefined {
  const { callee } = call;
  const isSuper =
    callee.kind === 'name'
      ? callee.name === 'super' && scope.file.script.language === 'javascript'
      : isInit(call);
  const self = scope.self;
  if (!isSuper || self?.kind !== 'instance') return undefined;
  const given = argumentsOf(call, scope, machine);
  const base = baseIn(self, scope);
  if (base?.kind === 'class') {
    const constructor = methodOf('constructor', base, self) ?? methodOf('__init__', base, self);
    return constructor ? machine.call(constructor, given) : self;
  }
  if (!base || self.base) return self;
  const span = placeOf(call, scope.file);
  const made: MadeValue = {
    kind: 'made',
    span,
    nameSpan: placeOf(callee, scope.file),
    path: pathOf(base),
    isNew: true,
    on: undefined,
    ...given,
    given: emptyMap(span),
    name: self.of.statement.name,
  };
  self.base = machine.keep(made);
  return self;
}

function isInit({ callee }: CallExpression): boolean {
  return (
    callee.kind === 'member' &&
    callee.name === '__init__' &&
    callee.of.kind === 'call' &&
    callee.of.callee.kind === 'name' &&
    callee.of.callee.name === 'super'
  );
}

/** What the class extends whose constructor this scope is in. */
function baseIn(self: InstanceValue, scope: Scope): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const inside = at.values.get('super');
    if (inside) return inside;
  }
  return self.of.base;
}
