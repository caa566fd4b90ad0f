import type { Span } from '../span.ts';
import { methodOf, scopeIn } from './lookup.ts';
import type { Arguments, Machine } from './machine.ts';
import {
  placeOf,
  type ClassValue,
  type FunctionValue,
  type InstanceValue,
  type Scope,
  type Value,
} from './value.ts';

/** What a function of the program returns. */
export function callFunction(called: FunctionValue, given: Arguments, machine: Machine): Value {
  const { expression, self, takesSelf } = called;
  const scope = scopeIn(called.scope, self);
  const positional = given.positional.map(({ value }) => value);
  if (takesSelf) positional.unshift(self ?? { kind: 'unknown', span: called.span, name: 'self' });
  bind(expression.parameters, positional, given, scope, machine);
  return machine.execute(expression.body, scope) ?? { kind: 'unknown', span: called.span };
}

function bind(
  parameters: FunctionValue['expression']['parameters'],
  positional: readonly Value[],
  given: Arguments,
  scope: Scope,
  machine: Machine,
): void {
  for (const { key, target, otherwise, isField } of parameters) {
    const name = target.kind === 'name' ? target.name : undefined;
    const span = placeOf({ span: { start: 0, end: 0 } }, scope.file);
    const nothing: Value = name === undefined ? { kind: 'unknown', span } : { kind: 'unknown', span, name };
    const index = Number(key ?? Number.NaN);
    const named = name === undefined ? undefined : given.named.entries.get(name)?.value;
    const rest: Value = { kind: 'list', span, items: positional.slice(parameters.length - 1) };
    const value = key === undefined ? rest : (named ?? positional[index]);
    const isMissing = value === undefined || value.kind === 'unknown';
    const chosen = isMissing && otherwise ? machine.evaluate(otherwise, scope) : (value ?? nothing);
    machine.assign(target, chosen, scope, true);
    if (isField && name !== undefined && scope.self?.kind === 'instance') scope.self.fields.set(name, chosen);
  }
}

/** An instance of a class of the program, its constructor run. */
export function instantiate(of: ClassValue, given: Arguments, span: Span, machine: Machine): Value {
  const instance: InstanceValue = { kind: 'instance', span, of, fields: new Map() };
  addFields(of, instance, machine, 0);
  const constructor = methodOf('constructor', of, instance) ?? methodOf('__init__', of, instance);
  if (constructor) machine.call(constructor, given);
  waitForMethods(of, instance, machine);
  return instance;
}

function addFields(of: ClassValue, instance: InstanceValue, machine: Machine, depth: number): void {
  if (of.base?.kind === 'class' && depth < 20) addFields(of.base, instance, machine, depth + 1);
  const scope = scopeIn(of.scope, instance);
  for (const statement of of.statement.body) {
    if (statement.kind !== 'set' || statement.target.kind !== 'name') continue;
    const value = machine.evaluate(statement.value, scope);
    instance.fields.set(statement.target.name, value);
    if (value.kind === 'made' || value.kind === 'instance') value.name ??= statement.target.name;
  }
}

/** Methods that the constructor does not call are called by whoever uses the class. */
function waitForMethods(of: ClassValue, instance: InstanceValue, machine: Machine): void {
  for (const statement of of.statement.body) {
    if (statement.kind !== 'define' || /^(?:constructor|__init__)$/.test(statement.name)) continue;
    const method = methodOf(statement.name, of, instance);
    if (method) machine.wait(method);
  }
}
