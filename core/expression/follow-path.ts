import { isArray, isObject, type JsonArray, type JsonValue, memberOf, objectOf } from '../json/json-value.ts';
import { applyFunction } from './path-function.ts';
import type { PathStep } from './path-step.ts';

/**
 * Why a path gave nothing: it leads nowhere in this message, or the engine refuses to follow it there,
 * as it does where an index meets something that is no list.
 */
export type Failure = 'missing' | 'invalid';

/** A value, or why there is none; wrapped, because a value may be one of these words. */
export type Followed = { readonly value: JsonValue } | Failure;

/** Follows a definite path. */
export function followPath(steps: readonly PathStep[], from: JsonValue): Followed {
  let value = from;
  for (const step of steps) {
    const next = followStep(step, value);
    if (typeof next === 'string') return next;
    value = next.value;
  }
  return { value };
}

/** The element at an index, which counts from the end where it is negative. */
export function elementAt(array: JsonArray, index: number): Followed {
  const value = array.at(index);
  return value === undefined ? 'missing' : { value };
}

/** An object of those of the names that the value has. */
export function pick(names: readonly string[], value: JsonValue): Followed {
  if (!isObject(value)) return 'missing';
  const [name, ...more] = names;
  if (name !== undefined && more.length === 0) {
    const member = memberOf(value, name);
    return member === undefined ? 'missing' : { value: member };
  }
  const members = names.flatMap((one): [string, JsonValue][] => {
    const member = memberOf(value, one);
    return member === undefined ? [] : [[one, member]];
  });
  return { value: objectOf(members) };
}

function followStep(step: PathStep, value: JsonValue): Followed {
  if (step.kind === 'names') return pick(step.names, value);
  if (step.kind === 'function') return applyFunction(step.name, value);
  if (value === null || step.kind !== 'index') return 'missing';
  return isArray(value) ? elementAt(value, step.index) : 'invalid';
}
