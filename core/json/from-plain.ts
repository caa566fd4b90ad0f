import { JsonNumber, type JsonValue, objectOf } from './json-value.ts';
import { maxDepth } from './limits.ts';

/** A value that `JSON.parse` made, as a JSON value; what is nested too deep, or is no JSON, is null. */
export function fromPlain(value: unknown, depth = 1): JsonValue {
  if (typeof value === 'string' || typeof value === 'boolean' || value instanceof JsonNumber) return value;
  if (typeof value === 'number') return new JsonNumber(String(value));
  if (typeof value !== 'object' || value === null || depth > maxDepth) return null;
  if (Array.isArray(value)) return value.map((element) => fromPlain(element, depth + 1));
  return objectOf(Object.entries(value).map(([name, member]) => [name, fromPlain(member, depth + 1)]));
}
