import { parseExpression, type VariablePart } from '../../../core/expression/parse.ts';
import type { PathStep } from '../../../core/expression/path-step.ts';
import { parseJson } from '../../../core/syntax/json.ts';
import { entryOf, type Node, outerOf, type ScalarNode, spanOf } from '../../../core/syntax/node.ts';
import type { Mention } from './mention.ts';

/**
 * Where a message says what an expression gives: undefined where the expression is more than one path of names
 * and indexes, or where the path does not lead to a text, number or switch.
 */
export function valuePlace(
  expression: string,
  message: string,
): (Mention & { readonly value: string }) | undefined {
  const [part, ...more] = parseExpression(expression).parts;
  if (part?.kind !== 'variable' || more.length > 0 || !part.definite) return undefined;
  const scalar = scalarAt(part, message);
  return (
    scalar && {
      value: scalar.value,
      span: scalar.quoted ? spanOf(scalar) : outerOf(scalar),
      isDefinition: false,
      renamed: (name) => (scalar.quoted ? JSON.stringify(name).slice(1, -1) : JSON.stringify(name)),
    }
  );
}

function scalarAt({ name, steps }: VariablePart, message: string): ScalarNode | undefined {
  if (name !== 'request.body') return undefined;
  const node = steps.reduce(follow, parseJson(message).tree);
  return node?.kind === 'scalar' ? node : undefined;
}

function follow(node: Node | undefined, step: PathStep): Node | undefined {
  if (step.kind === 'names')
    return step.names.length === 1 ? entryOf(node, step.names[0] ?? '')?.value : undefined;
  return step.kind === 'index' && node?.kind === 'list' ? node.items.at(step.index) : undefined;
}
