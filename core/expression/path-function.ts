import { printDouble } from '../json/java-number.ts';
import { isArray, isObject, JsonNumber, type JsonValue, namesOf } from '../json/json-value.ts';
import type { PathFunction } from './path-step.ts';

/**
 * What a function at the end of a path makes of the value before it; `invalid` for a value that it is not for.
 * https://github.com/json-path/JsonPath#functions
 */
export function applyFunction(
  name: PathFunction,
  value: JsonValue,
): { readonly value: JsonValue } | 'invalid' {
  if (name === 'length' || name === 'size') return { value: lengthOf(value) };
  if (name === 'keys') return { value: isObject(value) ? namesOf(value) : null };
  if (!isArray(value)) return 'invalid';
  if (name === 'first' || name === 'last') {
    const element = value.at(name === 'first' ? 0 : -1);
    return element === undefined ? 'invalid' : { value: element };
  }
  const numbers = value.filter((one) => one instanceof JsonNumber).map(Number);
  return numbers.length === 0 ? 'invalid' : { value: new JsonNumber(printDouble(compute(name, numbers))) };
}

function lengthOf(value: JsonValue): JsonValue {
  if (isArray(value)) return new JsonNumber(String(value.length));
  return isObject(value) ? new JsonNumber(String(namesOf(value).length)) : null;
}

function compute(name: 'min' | 'max' | 'sum' | 'avg' | 'stddev', numbers: readonly number[]): number {
  const sum = numbers.reduce((total, one) => total + one, 0);
  const average = sum / numbers.length;
  switch (name) {
    case 'min':
      return numbers.reduce((least, one) => Math.min(least, one));
    case 'max':
      return numbers.reduce((most, one) => Math.max(most, one));
    case 'sum':
      return sum;
    case 'avg':
      return average;
    case 'stddev':
      return Math.sqrt(numbers.reduce((total, one) => total + (one - average) ** 2, 0) / numbers.length);
  }
}
