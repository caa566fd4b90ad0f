import type { Span } from '../../span.ts';
import type { HclExpression } from '../../syntax/hcl-tree.ts';
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
export function instancesOf(module: Module): Instance[] {
  return module.blocks.flatMap((placed) => {
    const { type, labels } = placed.block;
    const [first, second] = labels;
    if (type === 'module' && first) return expand('module', first, placed, module);
    if (!first || !second || (type !== 'resource' && type !== 'data')) return [];
    const name = type === 'data' ? `data.${first.value}` : first.value;
    return expand(name, second, placed, module);
  });
}

function expand(
  type: string,
  label: { readonly value: string; readonly span: Span },
  placed: PlacedBlock,
  module: Module,
): Instance[] {
  const { block } = placed;
  const scope = scopeOf(placed, module.folder);
  const instance = (inside: Scope, key: string): Instance => ({
    type,
    name: label.value,
    logicalId: label.value + key,
    span: spanIn(scope, block),
    nameSpan: spanIn(scope, label),
    fields: fieldsOf(block.body, inside),
  });
  const count = writtenIn(placed, 'count');
  if (count) {
    const value = evaluate(count, scope);
    const number = numberOf(value);
    if (number === undefined) return [instance(scope, '')];
    return Array.from({ length: Math.max(0, Math.min(number, mostInstances)) }, (_, index) => {
      const one: Value = { kind: 'plain', value: index, span: value.span };
      return instance(withNames(scope, [['count.index', one]]), `[${index}]`);
    });
  }
  const pairs = elementsOf(placed, module);
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

type Element = readonly [key: Value, value: Value];

/** Chains of `for_each` are short; one that comes back to itself would not end. */
const longestChain = 5;

/** What `for_each` goes through; in a set the key is the value. */
function elementsOf(placed: PlacedBlock, module: Module, depth = 0): readonly Element[] | undefined {
  const collection = writtenIn(placed, 'for_each');
  if (!collection) return undefined;
  const value = evaluate(collection, scopeOf(placed, module.folder));
  if (value.kind === 'map') return value.entries.map((entry) => [entry.key, entry.value]);
  if (value.kind === 'list') return value.items.map((item) => [item, item]);
  if (value.kind !== 'reference' || value.path.length !== 2 || depth === longestChain) return undefined;
  // `for_each = aws_apigatewayv2_route.all`: one for each that the other block makes.
  const [type, name] = value.path;
  const other = module.blocks.find(
    ({ block: { type: kind, labels } }) =>
      kind === 'resource' && labels[0]?.value === type && labels[1]?.value === name,
  );
  const elements = other && elementsOf(other, module, depth + 1);
  return elements?.map(([key]): Element => {
    const step = `[${JSON.stringify(stringOf(key) ?? '')}]`;
    return [key, { ...value, path: [...value.path, step] }];
  });
}

function writtenIn({ block }: PlacedBlock, name: string): HclExpression | undefined {
  return block.body.attributes.findLast((one) => one.name === name)?.value;
}
