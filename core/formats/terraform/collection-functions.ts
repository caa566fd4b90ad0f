import type { Span } from '../../span.ts';
import { maximumSteps, type Folder } from './scope.ts';
import {
  isNull,
  numberOf,
  stringOf,
  type ListValue,
  type MapEntry,
  type MapValue,
  type Value,
} from './value.ts';

type CollectionFunction = (
  given: readonly Value[],
  span: Span,
  effort: Folder['effort'],
) => Value | undefined;

/** Functions of lists and maps. https://developer.hashicorp.com/terraform/language/functions */
export const collectionFunctions: Readonly<Record<string, CollectionFunction>> = {
  tolist: ([value]) => listOf(value),
  tomap: ([value]) => (value?.kind === 'map' ? value : undefined),
  toset: ([value]) => distinct(listOf(value)),
  distinct: ([value]) => distinct(listOf(value)),
  concat: (given, span, effort) => list(given.map(listOf), span, effort),
  flatten: ([value], span, effort) => {
    const items = listOf(value)?.items.map((item) => (item.kind === 'list' ? item : single(item)));
    return items && list(items, span, effort);
  },
  compact: ([value]) =>
    changed(value, (items) => items.filter((item) => !isNull(item) && stringOf(item) !== '')),
  reverse: ([value]) => changed(value, (items) => items.toReversed()),
  sort: ([value]) =>
    changed(value, (items) =>
      items.toSorted((one, other) => ((stringOf(one) ?? '') < (stringOf(other) ?? '') ? -1 : 1)),
    ),
  slice: ([value, from, to]) => changed(value, (items) => items.slice(numberOf(from), numberOf(to))),
  merge,
  keys: ([value], span) => mapped(value, span, ({ key }) => key),
  values: ([value], span) => mapped(value, span, (entry) => entry.value),
  lookup: ([map, key, otherwise]) => {
    const name = stringOf(key);
    if (map?.kind !== 'map' || name === undefined) return undefined;
    return map.entries.findLast((entry) => stringOf(entry.key) === name)?.value ?? otherwise;
  },
  element: ([value, index]) => {
    const items = listOf(value)?.items ?? [];
    const at = numberOf(index);
    return at === undefined ? undefined : items[at % items.length];
  },
  one: ([value]) => (value?.kind === 'list' ? value.items[0] : value),
  contains: ([value, wanted], span) => {
    const [items, text] = [listOf(value)?.items, stringOf(wanted)];
    if (!items || text === undefined) return undefined;
    return { kind: 'plain', value: items.some((item) => stringOf(item) === text), span };
  },
  length: ([value], span) => {
    const length = lengthOf(value);
    return length === undefined ? undefined : { kind: 'plain', value: length, span };
  },
  range: (given, span, effort) => {
    const numbers = given.map(numberOf);
    const [start, end] = numbers.length > 1 ? numbers : [0, numbers[0]];
    const step = numbers[2] ?? 1;
    if (start === undefined || end === undefined || step <= 0 || (end - start) / step > 1000)
      return undefined;
    const count = Math.max(0, Math.ceil((end - start) / step));
    effort.steps += count;
    const items = Array.from({ length: count }, (_, index): Value => {
      return { kind: 'plain', value: start + index * step, span };
    });
    return { kind: 'list', items, span };
  },
  zipmap: ([names, values], span) => {
    const [keys, items] = [listOf(names)?.items, listOf(values)?.items];
    const entries = keys?.flatMap((key, index): MapEntry[] => {
      const value = items?.[index];
      return key.kind === 'text' && value ? [{ key, value, place: key.span }] : [];
    });
    return entries && { kind: 'map', entries, span };
  },
};

function listOf(value: Value | undefined): ListValue | undefined {
  return value?.kind === 'list' ? value : undefined;
}

function single(item: Value): ListValue {
  return { kind: 'list', items: [item], span: item.span };
}

function changed(value: Value | undefined, change: (items: readonly Value[]) => readonly Value[]) {
  const of = listOf(value);
  return of && { ...of, items: change(of.items) };
}

/** One list of several; undefined where one is unknown, or where lists of lists grow beyond all use. */
function list(
  lists: readonly (ListValue | undefined)[],
  span: Span,
  effort: Folder['effort'],
): ListValue | undefined {
  const items = lists.flatMap((one) => one?.items ?? []);
  effort.steps += items.length;
  const isKnown = effort.steps <= maximumSteps && lists.every((one) => one !== undefined);
  return isKnown ? { kind: 'list', items, span } : undefined;
}

function distinct(of: ListValue | undefined): ListValue | undefined {
  const seen = new Set<string>();
  return (
    of && {
      ...of,
      items: of.items.filter((item) => {
        const text = stringOf(item);
        return text === undefined || seen.size < seen.add(text).size;
      }),
    }
  );
}

/** What is unknown may hold any key, but the others are there. */
function merge(given: readonly Value[], span: Span, effort: Folder['effort']): MapValue | undefined {
  const maps = given.filter((value) => value.kind === 'map');
  if (maps.length === 0 || effort.steps > maximumSteps) return undefined;
  const entries = new Map<string, MapEntry>();
  for (const entry of maps.flatMap((map) => map.entries)) {
    effort.steps += 1;
    entries.set(stringOf(entry.key) ?? '', entry);
  }
  return { kind: 'map', entries: [...entries.values()], span };
}

function mapped(value: Value | undefined, span: Span, part: (entry: MapEntry) => Value): Value | undefined {
  return value?.kind === 'map' ? { kind: 'list', items: value.entries.map(part), span } : undefined;
}

function lengthOf(value: Value | undefined): number | undefined {
  if (value?.kind === 'list') return value.items.length;
  if (value?.kind === 'map') return value.entries.length;
  return value?.kind === 'text' ? stringOf(value)?.length : undefined;
}
