import type { Span } from '../span.ts';
import { callList } from './list-methods.ts';
import type { Arguments, Machine } from './machine.ts';
import { callMap } from './map-methods.ts';
import { callPath } from './path-functions.ts';
import { callText } from './text-functions.ts';
import type { Scope, Value } from './value.ts';

/** A call of what the language or its libraries bring along, perhaps. */
export interface BuiltinCall {
  /** Of the method; empty for a function. */
  readonly name: string;
  readonly path: string;
  readonly on: Value | undefined;
  readonly given: Arguments;
  readonly span: Span;
  readonly scope: Scope;
}

/** What a known function makes; undefined for one that is not known. */
export function callBuiltin(call: BuiltinCall, machine: Machine): Value | undefined {
  const { on, name, path, given } = call;
  const [first, second] = given.positional.map(({ value }) => value);
  if (on?.kind === 'list') return callList(call, on, machine);
  if (on?.kind === 'map') return callMap(call, on);
  if (name === 'apply' && first?.kind === 'function' && on) return applied(on, first, given, machine);
  if (/^(?:Object\.\w+|list|tuple|sorted|set|enumerate|Array\.from|dict)$/.test(path))
    return callMap(call, undefined);
  if (/^(?:os\.environ\.get|os\.getenv)$/.test(path)) return second;
  return callPath(call) ?? callText(call);
}

/** The output of something deployed, as Pulumi has them, is given to a function as it is. */
function applied(
  on: Value,
  fn: Extract<Value, { kind: 'function' }>,
  given: Arguments,
  machine: Machine,
): Value {
  const isAll = on.kind === 'made' && /(?:^|\.)all$/.test(on.path);
  const [list] = isAll ? on.positional : [];
  const items = isAll ? on.positional.map(({ value }) => value) : [];
  const all: Value =
    isAll && on.named.entries.size > 0
      ? on.named
      : list?.value.kind === 'list' && items.length === 1
        ? list.value
        : { kind: 'list', span: on.span, items };
  const value = isAll ? all : on;
  const [slot] = given.positional;
  return slot ? machine.call(fn, { positional: [{ ...slot, value }], named: given.named }) : on;
}
