import { isArray, isObject, JsonNumber, type JsonValue, memberOf, namesOf } from '../json/json-value.ts';
import { JavaDouble, JavaList, JavaMap, type Value } from './value.ts';

/** A JSON value as templates see it; they can change it, and the JSON value stays. */
export function fromJson(value: JsonValue): Value {
  if (value instanceof JsonNumber) return numberOf(String(value));
  if (isArray(value)) return new JavaList(value.map(fromJson), true);
  if (isObject(value)) {
    return new JavaMap(namesOf(value).map((name) => [name, fromJson(memberOf(value, name) ?? null)]));
  }
  return value;
}

/** A number by its text. */
export function numberOf(text: string): bigint | JavaDouble {
  if (/^-?\d+$/.test(text)) return BigInt(text);
  const value = Number(text);
  return Number.isNaN(value) || /[.eE]/.test(text) ? new JavaDouble(value, text) : new JavaDouble(value);
}
