import type { Entry, Node, ScalarNode } from '../../syntax/node.ts';
import { callOf } from './intrinsics.ts';
import { follow } from './resolve.ts';
import { rewritten } from './rewritten.ts';
import type { Template } from './template.ts';

/** Loops in loops could make more than fits in memory. */
const mostEntries = 5_000;

/**
 * The tree with what `Fn::ForEach` makes in place of the loops, as far as their collections are known; what it makes
 * stands where the loop's template does.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function withLoops(node: Node, template: Template): Node {
  const budget = { entries: mostEntries };
  return rewritten(node, (entry) => loopEntries(entry, template, budget));
}

/** An entry with what its loops make: one for each round where it is a loop itself. */
export function loopedEntries(entry: Entry, template: Template): readonly Entry[] {
  const whole = withLoops({ kind: 'map', place: entry.key.place, entries: [entry] }, template);
  return whole.kind === 'map' ? whole.entries : [];
}

/** The entries that a loop stands for; undefined for an entry that is no loop. */
function loopEntries(
  { key, value }: Entry,
  template: Template,
  budget: { entries: number },
): readonly Entry[] | undefined {
  if (!key.value.startsWith('Fn::ForEach::')) return undefined;
  const [identifier, collection, body] = value.kind === 'list' ? value.items : [];
  if (identifier?.kind !== 'scalar' || body?.kind !== 'map') return [];
  return itemsOf(collection, template).flatMap((item) =>
    body.entries.flatMap((entry): readonly Entry[] => {
      if (budget.entries-- <= 0) return [];
      const one = substituted({ kind: 'map', place: body.place, entries: [entry] }, identifier.value, item);
      const made = rewritten(one, (inner) => loopEntries(inner, template, budget));
      return made.kind === 'map' ? made.entries : [];
    }),
  );
}

/** The texts of a collection: written out, of parameters, or the default of a list parameter. */
function itemsOf(collection: Node | undefined, template: Template): readonly ScalarNode[] {
  const list = follow(collection, template);
  if (list?.kind === 'list') {
    return list.items.flatMap((item) => {
      const found = follow(item, template);
      if (found?.kind !== 'scalar') return [];
      return callOf(item) ? partsOf(found) : [found];
    });
  }
  return list?.kind === 'scalar' ? partsOf(list) : [];
}

/** `a, b` in parts that stand where they are written. */
function partsOf(node: ScalarNode): readonly ScalarNode[] {
  const offsets = node.offsets() ?? Array.from(node.value, (_, index) => node.place.inner.start + index);
  const end = node.place.inner.end;
  return [...node.value.matchAll(/[^,\s](?:[^,]*[^,\s])?/g)].map(({ 0: value, index }) => {
    const own = [...offsets, end].slice(index, index + value.length + 1);
    const inner = { start: own[0] ?? end, end: own.at(-1) ?? end };
    return { ...node, value, place: { ...node.place, inner, outer: inner }, offsets: () => own };
  });
}

/** The tree with the item for `Ref` to the loop's variable, and for `${variable}` in texts. */
function substituted(node: Node, variable: string, item: ScalarNode): Node {
  const call = callOf(node);
  if (call?.name === 'Ref' && call.argument.kind === 'scalar' && call.argument.value === variable)
    return item;
  const inner = (one: Node) => substituted(one, variable, item);
  if (node.kind === 'tagged') return { ...node, value: inner(node.value) };
  if (node.kind === 'list') return { ...node, items: node.items.map(inner) };
  if (node.kind === 'scalar') return filledIn(node, variable, item.value);
  return {
    ...node,
    entries: node.entries.map(({ key, value }) => ({
      key: filledIn(key, variable, item.value),
      value: inner(value),
    })),
  };
}

/** `${variable}` and `&{variable}`, the latter without what logical ids cannot have. */
function filledIn(node: ScalarNode, variable: string, item: string): ScalarNode {
  const { inner } = node.place;
  const source = node.offsets();
  const offsets: number[] = [];
  let value = '';
  const add = (text: string, at: (index: number) => number) => {
    for (let index = 0; index < text.length; index++) offsets.push(at(index));
    value += text;
  };
  let end = 0;
  const at = (index: number) => source?.[index] ?? inner.start + index;
  for (const { 0: whole, 1: sign, 2: name, index } of node.value.matchAll(/([$&])\{([^{}!]*)\}/g)) {
    if (name?.trim() !== variable) continue;
    const from = end;
    add(node.value.slice(end, index), (nth) => at(from + nth));
    add(sign === '&' ? item.replaceAll(/[^A-Za-z\d]/g, '') : item, () => at(index));
    end = index + whole.length;
  }
  if (end === 0) return node;
  const from = end;
  add(node.value.slice(end), (nth) => at(from + nth));
  offsets.push(inner.end);
  return { ...node, value, offsets: () => offsets };
}
