import type { Statement } from '../syntax/script.ts';
import { scopeIn } from './lookup.ts';
import type { Machine } from './machine.ts';
import { truthOf } from './evaluate.ts';
import { placeOf, type ClassValue, type FunctionValue, type Scope, type Value } from './value.ts';

/** Runs statements; of branches that the program alone does not decide both. */
export function execute(statements: readonly Statement[], scope: Scope, machine: Machine): Value | undefined {
  for (const statement of statements) declare(statement, scope, machine);
  for (const statement of statements) {
    const returned = run(statement, scope, machine);
    if (returned) return returned;
  }
  return undefined;
}

/** Functions and classes are known before the first statement runs. */
function declare(statement: Statement, scope: Scope, machine: Machine): void {
  const { file } = scope;
  if (statement.kind === 'define') {
    const value: FunctionValue = {
      kind: 'function',
      span: placeOf(statement, file),
      expression: statement.value,
      scope,
      self: scope.self,
      takesSelf: false,
    };
    give(statement.name, value, scope, machine);
  }
  if (statement.kind === 'class') {
    const inner = scopeIn(scope);
    const base = statement.base && machine.evaluate(statement.base, scope);
    const value: ClassValue = {
      kind: 'class',
      span: placeOf(statement, file),
      statement,
      scope: inner,
      base,
    };
    if (base) inner.values.set('super', base);
    give(statement.name, value, scope, machine);
  }
}

function give(name: string, value: FunctionValue | ClassValue, scope: Scope, machine: Machine): void {
  scope.values.set(name, value);
  if (!scope.outer) scope.file.exported.set(name, value);
  machine.wait(value);
}

function run(statement: Statement, scope: Scope, machine: Machine): Value | undefined {
  switch (statement.kind) {
    case 'set':
      machine.assign(statement.target, machine.evaluate(statement.value, scope), scope, true);
      return undefined;
    case 'do':
      machine.evaluate(statement.value, scope);
      return undefined;
    case 'return':
      return machine.evaluate(statement.value, scope);
    case 'export':
      scope.file.exported.set('default', machine.evaluate(statement.value, scope));
      return undefined;
    case 'define':
      decorate(statement, scope, machine);
      return undefined;
    case 'class':
      return undefined;
    case 'import': {
      const span = placeOf({ span: { start: 0, end: 0 } }, scope.file);
      for (const { imported, local } of statement.names) {
        scope.values.set(local, { kind: 'module', span, from: statement.from, imported, file: scope.file });
      }
      return undefined;
    }
    case 'branch':
      return branch(statement, scope, machine);
    case 'each':
      each(statement, scope, machine);
      return undefined;
  }
}

/** What a decorator makes is given the function, as its property `decorated`. */
function decorate(
  { decorators, name, nameSpan, span }: Extract<Statement, { kind: 'define' }>,
  scope: Scope,
  machine: Machine,
): void {
  const value = scope.values.get(name);
  const key = { value: name, span: placeOf({ span: nameSpan }, scope.file), spelling: 'script-raw' } as const;
  for (const decorator of decorators) {
    const made = machine.evaluate(decorator, scope);
    const isMade = made.kind === 'made' && value;
    if (isMade) made.given.entries.set('decorated', { key, value, span: placeOf({ span }, scope.file) });
  }
}

function branch(
  { test, yes, no }: Extract<Statement, { kind: 'branch' }>,
  scope: Scope,
  machine: Machine,
): Value | undefined {
  const isTrue = test && truthOf(machine.evaluate(test, scope));
  if (isTrue !== undefined) return execute(isTrue ? yes : no, scope, machine);
  // What one of the branches returns does not end the function.
  execute(yes, scope, machine);
  execute(no, scope, machine);
  return undefined;
}

function each(
  { target, over, body }: Extract<Statement, { kind: 'each' }>,
  scope: Scope,
  machine: Machine,
): void {
  const list = machine.evaluate(over, scope);
  const span = placeOf(over, scope.file);
  for (const item of itemsOf(list) ?? [{ kind: 'unknown', span } as const]) {
    if (!machine.hasStep()) return;
    const inner = scope.file.script.language === 'python' ? scope : scopeIn(scope);
    machine.assign(target, item, inner, true);
    execute(body, inner, machine);
  }
}

/** What a loop goes through: the items of a list, the keys of a map. */
function itemsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === 'list') return value.items;
  if (value.kind !== 'map') return undefined;
  return [...value.entries.values()].map(({ key }) => ({
    kind: 'text',
    span: key.span,
    text: key,
    pieces: [key.value],
  }));
}
