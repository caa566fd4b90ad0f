import { fromPlain } from '../json/from-plain.ts';
import { isArray, isObject, type JsonValue, memberOf, namesOf } from '../json/json-value.ts';
import { followPath } from './follow-path.ts';
import { parseJsonPath } from './json-path.ts';
import { walkPath } from './walk-path.ts';

/** A member's name or an element's index that messages have somewhere, with the values there. */
export interface Candidate {
  readonly name: string | number;
  readonly values: readonly { readonly from: string; readonly value: JsonValue }[];
}

/** The members and elements that messages have where a path leads; for a scan, at any depth below. */
export function candidatesAt(
  base: string,
  scan: boolean,
  bodies: readonly { readonly name: string; readonly body: unknown }[],
): readonly Candidate[] {
  const found = new Map<string | number, { from: string; value: JsonValue }[]>();
  for (const { name: from, body } of bodies) {
    const message = fromPlain(body);
    const containers = [...valuesAt(base, message), ...(scan ? valuesAt(`${base}..*`, message) : [])];
    for (const [name, value] of containers.flatMap(childrenOf)) {
      const values = found.get(name) ?? [];
      if (values.at(-1)?.from !== from) values.push({ from, value });
      found.set(name, values);
    }
  }
  return Array.from(found, ([name, values]) => ({ name, values }));
}

function valuesAt(path: string, message: JsonValue): readonly JsonValue[] {
  const { steps, definite, problems } = parseJsonPath(path);
  if (problems.length > 0) return [];
  const followed = definite ? followPath(steps, message) : walkPath(steps, message);
  if (typeof followed === 'string') return [];
  return definite || !isArray(followed.value) ? [followed.value] : followed.value;
}

/** More elements of a list than these are not worth a proposal each. */
const mostElements = 10;

function childrenOf(value: JsonValue): [string | number, JsonValue][] {
  if (isArray(value)) return value.slice(0, mostElements).map((element, index) => [index, element]);
  return isObject(value) ? namesOf(value).map((name) => [name, memberOf(value, name) ?? null]) : [];
}
