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

function numberOf(text: string): bigint | JavaDouble {
  return /^-?\d+$/.test(text) ? BigInt(text) : new JavaDouble(Number(text), text);
}
