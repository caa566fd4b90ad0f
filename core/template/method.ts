import * as l10n from '@vscode/l10n';
import type { Effort } from '../expression/effort.ts';
import { Failure } from './failure.ts';
import type { Value } from './value.ts';

/** A method: undefined where the values that were given are not for it, which is as if it did not exist. */
export type Method<Self> = (self: Self, given: readonly Value[], effort: Effort) => Value | undefined;

/** The methods of a kind of value, by name. */
export type Methods<Self> = Readonly<Record<string, Method<Self>>>;

/** A method that takes nothing. */
export function plain<Self>(make: (self: Self) => Value): Method<Self> {
  return (self, given) => (given.length === 0 ? make(self) : undefined);
}

/** A method that takes one value. */
export function unary<Self>(
  make: (self: Self, one: Value, effort: Effort) => Value | undefined,
): Method<Self> {
  return (self, given, effort) => {
    const [one] = given;
    return one === undefined || given.length > 1 ? undefined : make(self, one, effort);
  };
}

/** A whole number between two others, as indexes are; fails as Java does where it is outside. */
export function indexWithin(value: Value | undefined, least: number, most: number): number | undefined {
  if (typeof value !== 'bigint') return undefined;
  if (value < BigInt(least) || value > BigInt(most)) {
    throw new Failure(
      l10n.t('The index {0} is out of bounds: there are {1} to {2}.', String(value), least, most),
    );
  }
  return Number(value);
}
