/**
 * A value of a JSON text, as a Java engine holds it: numbers keep their text, members their order.
 * Read members with `memberOf`; plain values that `JSON.parse` made are another kind.
 */
export type JsonValue = null | boolean | string | JsonNumber | JsonArray | JsonObject;

/** A list of values. */
export type JsonArray = readonly JsonValue[];

/**
 * An object without prototype whose every key is a member's name after a dot.
 * The dot keeps the order of members such as `"2"` and `"1"`, and makes `__proto__` a name like any other.
 */
export interface JsonObject {
  readonly [member: Member]: JsonValue;
}

type Member = `.${string}`;

/** A number as Java prints it. */
export class JsonNumber {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** Whether a value is a list. */
export function isArray(value: JsonValue): value is JsonArray {
  return Array.isArray(value);
}

/** Whether a value is an object; a number is none. */
export function isObject(value: JsonValue): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)
  );
}

/** An object of these members, in this order; the last of two with the same name counts. */
export function objectOf(members: Iterable<readonly [name: string, value: JsonValue]>): JsonObject {
  const object = Object.create(null) as Record<Member, JsonValue>;
  for (const [name, value] of members) object[`.${name}`] = value;
  return object;
}

/** The names of an object's members, in the order of the text. */
export function namesOf(object: JsonObject): string[] {
  return Object.keys(object).map((member) => member.slice(1));
}

/** The member of that name; undefined where there is none. */
export function memberOf(object: JsonObject, name: string): JsonValue | undefined {
  return object[`.${name}`];
}
