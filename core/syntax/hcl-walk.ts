import type { HclExpression, HclPart } from './hcl-tree.ts';

/** The expressions directly inside of one. */
export function insideOf(expression: HclExpression): readonly HclExpression[] {
  switch (expression.kind) {
    case 'template':
      return expression.parts.flatMap(insideOfPart);
    case 'list':
    case 'call':
      return expression.items;
    case 'object':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'attribute':
    case 'splat':
      return [expression.of];
    case 'index':
      return [expression.of, expression.index];
    case 'conditional':
      return [expression.condition, expression.yes, expression.no];
    case 'binary':
      return [expression.left, expression.right];
    case 'unary':
      return [expression.operand];
    case 'for':
      return [expression.collection, expression.key, expression.value, expression.condition].filter(
        (one) => one !== undefined,
      );
    case 'literal':
    case 'name':
    case 'missing':
      return [];
  }
}

function insideOfPart(part: HclPart): readonly HclExpression[] {
  if (part.kind === 'text') return [];
  if (part.kind === 'value') return [part.expression];
  const parts = part.kind === 'if' ? [...part.yes, ...part.no] : part.parts;
  return [part.kind === 'if' ? part.condition : part.collection, ...parts.flatMap(insideOfPart)];
}
