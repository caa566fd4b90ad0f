import type { Span } from '../../span.ts';
import { evaluate } from './evaluate.ts';
import { fieldsOf, type Fields } from './fields.ts';
import type { PlacedBlock } from './folder.ts';
import { scopeOf, type Module } from './module.ts';
import { spanIn, withNames, type Scope } from './scope.ts';
import { numberOf, stringOf, type Value } from './value.ts';

/** One resource, data source or module: a block makes several with `count` and `for_each`. */
export interface Instance {
  /** `aws_apigatewayv2_route`, `data.archive_file`, `module`. */
  readonly type: string;
  readonly name: string;
  /** The name, with the key behind it where the block makes several: `ws["$connect"]`. */
  readonly logicalId: string;
  readonly span: Span;
  /** The name in the header. */
  readonly nameSpan: Span;
  readonly fields: Fields;
}

/** An API has at most 300 routes unless AWS raises it; more of anything is not written for one. */
const mostInstances = 300;

/** What the blocks of a module make, in the order of the files. */
export function instancesOf({ blocks, folder }: Module): Instance[] {
  return blocks.flatMap((placed) => {
    const { type, labels } = placed.block;
    const [first, second] = labels;
    if (type === 'module' && first) return expand('module', first, placed, scopeOf(placed, folder));
    if (!first || !second || (type !== 'resource' && type !== 'data')) return [];
    const name = type === 'data' ? `data.${first.value}` : first.value;
    return expand(name, second, placed, scopeOf(placed, folder));
  });
}

function expand(
  type: string,
  label: { readonly value: string; readonly span: Span },
  { block }: PlacedBlock,
  scope: Scope,
): Instance[] {
  const instance = (inside: Scope, key: string): Instance => ({
    type,
    name: label.value,
    logicalId: label.value + key,
    span: spanIn(scope, block),
    nameSpan: spanIn(scope, label),
    fields: fieldsOf(block.body, inside),
  });
  const written = (name: string) => block.body.attributes.findLast((one) => one.name === name)?.value;
  const [count, collection] = [written('count'), written('for_each')];
  if (count) {
    const value = evaluate(count, scope);
    const number = numberOf(value);
    if (number === undefined) return [instance(scope, '')];
    return Array.from({ length: Math.max(0, Math.min(number, mostInstances)) }, (_, index) => {
      const one: Value = { kind: 'plain', value: index, span: value.span };
      return instance(withNames(scope, [['count.index', one]]), `[${index}]`);
    });
  }
  const pairs = collection && elementsOf(evaluate(collection, scope));
  if (!pairs) return [instance(scope, '')];
  return pairs.slice(0, mostInstances).map(([key, value]) =>
    instance(
      withNames(scope, [
        ['each.key', key],
        ['each.value', value],
      ]),
      `[${JSON.stringify(stringOf(key) ?? '')}]`,
    ),
  );
}

/** In a set the key is the value. */
function elementsOf(value: Value): (readonly [key: Value, value: Value])[] | undefined {
  if (value.kind === 'map') return value.entries.map((entry) => [entry.key, entry.value]);
  return value.kind === 'list' ? value.items.map((item) => [item, item]) : undefined;
}
