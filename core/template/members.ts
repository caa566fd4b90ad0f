import { type Effort, spend } from '../expression/effort.ts';
import { entryMethods, listMethods, mapMethods } from './collection-methods.ts';
import { TooMuchWork } from './failure.ts';
import type { Methods } from './method.ts';
import { booleanMethods, numberMethods } from './scalar-methods.ts';
import { stringMethods } from './string-methods.ts';
import { isNumber, isTool, JavaEntry, JavaList, JavaMap, type Value } from './value.ts';

/** What a method of a value gives; nothing where there is no such method. */
export function callMethod(value: Value, name: string, given: readonly Value[], effort: Effort): Value {
  if (isTool(value)) return value.call(name, given) ?? null;
  return callIn(value, name, given, effort) ?? null;
}

/** What `$value.name` gives: of a map an entry, of others what `getName()` or `isName()` gives. */
export function readProperty(value: Value, name: string, effort: Effort): Value {
  if (isTool(value)) return value.property(name);
  if (value instanceof JavaMap) return value.entries.get(name) ?? null;
  const getter = name.charAt(0).toUpperCase() + name.slice(1);
  return callIn(value, `get${getter}`, [], effort) ?? callIn(value, `is${getter}`, [], effort) ?? null;
}

/** The names of the methods that a value has, for completion. */
export function methodNamesOf(value: Value): readonly string[] {
  return Object.keys(methodsOf(value) ?? {});
}

function callIn(value: Value, name: string, given: readonly Value[], effort: Effort): Value | undefined {
  const methods = methodsOf(value);
  if (!spend(effort, sizeOf(value))) throw new TooMuchWork();
  return methods && Object.hasOwn(methods, name) ? methods[name]?.(value as never, given, effort) : undefined;
}

function methodsOf(value: Value): Methods<never> | undefined {
  if (typeof value === 'string') return stringMethods;
  if (typeof value === 'boolean') return booleanMethods;
  if (isNumber(value)) return numberMethods;
  if (value instanceof JavaList) return listMethods;
  if (value instanceof JavaMap) return mapMethods;
  return value instanceof JavaEntry ? entryMethods : undefined;
}

function sizeOf(value: Value): number {
  if (typeof value === 'string') return value.length;
  return value instanceof JavaList ? value.items.length : value instanceof JavaMap ? value.entries.size : 1;
}
