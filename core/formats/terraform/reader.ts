import type { WrittenPair } from '../../api.ts';
import type { Span } from '../../span.ts';
import type { Text } from '../../text.ts';
import type { Fields } from './fields.ts';
import {
  booleanOf,
  shownOf,
  displayOf,
  numberOf,
  placedText,
  referencesOf,
  stringOf,
  type Reference,
  type Value,
} from './value.ts';

/** Reads what one resource is written with. */
export interface Reader {
  value(name: string): Value | undefined;
  /** Where the value stands. */
  span(name: string): Span | undefined;
  text(name: string): Text | undefined;
  string(name: string): string | undefined;
  number(name: string): number | undefined;
  boolean(name: string): boolean | undefined;
  /** The value as text: references in `${}`, or as written where they are all there is. */
  display(name: string): string | undefined;
  references(name: string): Reference[];
  /** Texts by key; undefined where there is no map. */
  strings(name: string): Record<string, string> | undefined;
  /** The entries whose value is known. */
  pairs(name: string): WrittenPair[] | undefined;
  /** The known texts of a list, or a text alone; undefined where nothing is written. */
  texts(name: string): Text[] | undefined;
}

/** The reader of some fields. */
export function readerOf(fields: Fields): Reader {
  const value = (name: string) => fields.get(name)?.value();
  return {
    value,
    span: (name) => fields.get(name)?.span,
    text: (name) => placedText(value(name)),
    string: (name) => stringOf(value(name)),
    number: (name) => numberOf(value(name)),
    boolean: (name) => booleanOf(value(name)),
    display: (name) => displayOf(value(name)),
    references: (name) => referencesOf(value(name)),
    strings: (name) => {
      const map = value(name);
      if (map?.kind !== 'map') return undefined;
      return Object.fromEntries(
        map.entries.map((entry) => [stringOf(entry.key) ?? '', shownOf(entry.value) ?? '']),
      );
    },
    pairs: (name) => {
      const map = value(name);
      if (map?.kind !== 'map') return undefined;
      return map.entries.flatMap((entry) => {
        const [key, text] = [placedText(entry.key), placedText(entry.value)];
        return key && text ? [{ key, value: text }] : [];
      });
    },
    texts: (name) => {
      const found = value(name);
      const items = found?.kind === 'list' ? found.items : found && [found];
      return items?.flatMap((item) => placedText(item) ?? []);
    },
  };
}

/** A value as plain data; what is unknown as it is written. */
export function plainOf(value: Value | undefined): unknown {
  if (value?.kind === 'list') return value.items.map(plainOf);
  if (value?.kind === 'plain') return value.value;
  if (value?.kind !== 'map') return displayOf(value);
  return Object.fromEntries(value.entries.map((entry) => [stringOf(entry.key) ?? '', plainOf(entry.value)]));
}
