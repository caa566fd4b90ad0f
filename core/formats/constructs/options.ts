import type { MadeValue, Slot, Value } from '../../script/value.ts';
import { camelOf } from './names.ts';

/** What a construct is given, by the names that the library for TypeScript has; what is `undefined` is not there. */
export type Options = ReadonlyMap<string, Slot>;

/** The options of a call: in an object at a position, by name, and what was given to its properties afterwards. */
export function optionsAt(made: MadeValue, position: number): Options {
  const inObject = made.positional[position];
  return new Map([
    ...(inObject ? optionsIn(inObject.value) : []),
    ...named(made.named.entries),
    ...named(made.given.entries),
  ]);
}

/** The options that a value holds: an object, a dictionary, or a structure of Python's library. */
export function optionsIn(value: Value): Options {
  if (value.kind === 'map') return named(value.entries);
  return value.kind === 'made' ? named(value.named.entries) : new Map();
}

function named(entries: ReadonlyMap<string, Slot>): Options {
  return new Map(
    [...entries]
      .filter(([, { value }]) => value.kind !== 'plain' || value.value !== null)
      .map(([name, slot]) => [camelOf(name), slot]),
  );
}
