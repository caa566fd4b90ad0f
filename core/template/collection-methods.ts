import { isEqual } from './arithmetic.ts';
import { indexWithin, type Methods, plain, unary } from './method.ts';
import { keyOf, print, toJson } from './print.ts';
import { JavaEntry, JavaList, JavaMap, type Value } from './value.ts';

/**
 * The methods of `java.util.List` that templates use.
 * https://docs.oracle.com/javase/8/docs/api/java/util/List.html
 */
export const listMethods: Methods<JavaList> = {
  add: ({ items }, [one, other]) => {
    if (one === undefined) return undefined;
    if (other === undefined) return items.push(one) > 0;
    const index = indexWithin(one, 0, items.length);
    if (index === undefined) return undefined;
    items.splice(index, 0, other);
    return '';
  },
  addAll: unary(({ items }, more) => {
    if (!(more instanceof JavaList)) return undefined;
    const added = [...more.items];
    for (const item of added) items.push(item);
    return added.length > 0;
  }),
  clear: plain(({ items }) => {
    items.length = 0;
    return '';
  }),
  contains: unary(({ items }, one, effort) => items.some((item) => isEqual(item, one, effort))),
  containsAll: unary(({ items }, all, effort) =>
    all instanceof JavaList
      ? all.items.every((one) => items.some((item) => isEqual(item, one, effort)))
      : undefined,
  ),
  // AWS's own page counts what a JSONPath gave with it.
  count: (list, given) => (list.isJson && given.length === 0 ? BigInt(list.items.length) : undefined),
  equals: unary((list, other, effort) => other instanceof JavaList && isEqual(list, other, effort)),
  get: unary(({ items }, index) => {
    const at = indexWithin(index, 0, items.length - 1);
    return at === undefined ? undefined : (items[at] ?? null);
  }),
  indexOf: unary(({ items }, one, effort) => BigInt(items.findIndex((item) => isEqual(item, one, effort)))),
  isEmpty: plain(({ items }) => items.length === 0),
  lastIndexOf: unary(({ items }, one, effort) =>
    BigInt(items.findLastIndex((item) => isEqual(item, one, effort))),
  ),
  remove: unary(({ items }, one, effort) => {
    const at =
      typeof one === 'bigint'
        ? (indexWithin(one, 0, items.length - 1) ?? -1)
        : items.findIndex((item) => isEqual(item, one, effort));
    const [removed] = at === -1 ? [] : items.splice(at, 1);
    return typeof one === 'bigint' ? (removed ?? null) : at !== -1;
  }),
  set: ({ items }, [index, value]) => {
    const at = indexWithin(index, 0, items.length - 1);
    if (at === undefined || value === undefined) return undefined;
    const before = items[at] ?? null;
    items[at] = value;
    return before;
  },
  size: plain(({ items }) => BigInt(items.length)),
  subList: ({ items, isJson }, [from, to]) => {
    const end = indexWithin(to, 0, items.length);
    const start = end === undefined ? undefined : indexWithin(from, 0, end);
    return start === undefined ? undefined : new JavaList(items.slice(start, end), isJson);
  },
  toArray: plain(({ items }) => new JavaList([...items])),
  toJSONString: (list, given) => (list.isJson && given.length === 0 ? toJson(list) : undefined),
  toString: plain((list: JavaList) => print(list)),
};

/**
 * The methods of `java.util.Map` that templates use.
 * https://docs.oracle.com/javase/8/docs/api/java/util/Map.html
 */
export const mapMethods: Methods<JavaMap> = {
  clear: plain(({ entries }) => {
    entries.clear();
    return '';
  }),
  containsKey: unary(({ entries }, key) => entries.has(keyOf(key))),
  containsValue: unary(({ entries }, one, effort) =>
    [...entries.values()].some((value) => isEqual(value, one, effort)),
  ),
  entrySet: plain(
    ({ entries }) => new JavaList([...entries].map(([key, value]) => new JavaEntry(key, value))),
  ),
  equals: unary((map, other, effort) => other instanceof JavaMap && isEqual(map, other, effort)),
  get: unary(({ entries }, key) => entries.get(keyOf(key)) ?? null),
  getOrDefault: ({ entries }, [key, other]) => {
    if (key === undefined || other === undefined) return undefined;
    const found = entries.get(keyOf(key));
    return found === undefined ? other : found;
  },
  isEmpty: plain(({ entries }) => entries.size === 0),
  keySet: plain(({ entries }) => new JavaList([...entries.keys()])),
  put: ({ entries }, [key, value]) => {
    if (key === undefined || value === undefined) return undefined;
    const before = entries.get(keyOf(key)) ?? null;
    entries.set(keyOf(key), value);
    return before;
  },
  putAll: unary(({ entries }, more) => {
    if (!(more instanceof JavaMap)) return undefined;
    for (const [key, value] of more.entries) entries.set(key, value);
    return '';
  }),
  putIfAbsent: ({ entries }, [key, value]) => {
    if (key === undefined || value === undefined) return undefined;
    const before = entries.get(keyOf(key)) ?? null;
    if (before === null) entries.set(keyOf(key), value);
    return before;
  },
  remove: unary(({ entries }, key) => {
    const before: Value = entries.get(keyOf(key)) ?? null;
    entries.delete(keyOf(key));
    return before;
  }),
  size: plain(({ entries }) => BigInt(entries.size)),
  toString: plain((map: JavaMap) => print(map)),
  values: plain(({ entries }) => new JavaList([...entries.values()])),
};

/** The methods of an entry of a map. */
export const entryMethods: Methods<JavaEntry> = {
  getKey: plain(({ key }) => key),
  getValue: plain(({ value }) => value),
  toString: plain((entry: JavaEntry) => print(entry)),
};
