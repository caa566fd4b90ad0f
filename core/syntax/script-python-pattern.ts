import type { SyntaxNode } from '@lezer/common';
import { childrenOf, groupsOf } from './script-nodes.ts';
import type { Reader } from './script-reader.ts';
import type { Pattern, PatternPart } from './script.ts';

const isComma = (name: string) => name === ',';

/** What an assignment, loop or parameter of Python gives a value to. */
export function pythonPattern(node: SyntaxNode, read: Reader): Pattern | undefined {
  if (node.name === 'TupleExpression' || node.name === 'ArrayExpression') {
    const inside = childrenOf(node).filter(({ name }) => !/^[()[\]]$/.test(name));
    return pythonTargets(inside, read);
  }
  const target = read.expression(node);
  return target.kind === 'name' || target.kind === 'member' || target.kind === 'index' ? target : undefined;
}

/** One target, or several with commas between. */
export function pythonTargets(nodes: readonly SyntaxNode[], read: Reader): Pattern | undefined {
  const groups = groupsOf(nodes, isComma);
  const [only] = groups;
  const isAlone = groups.length === 1 && !nodes.some(({ name }) => isComma(name));
  if (isAlone && only?.[0]) return read.pattern(only[0]);
  const parts = groups.flatMap((group, key): PatternPart[] => {
    const last = group.at(-1);
    const target = last && read.pattern(last);
    if (!target) return [];
    return [group[0]?.name === '*' ? { target } : { key, target }];
  });
  return parts.length > 0 ? { kind: 'parts', parts } : undefined;
}

/** The parameters of a function, without the types. */
export function pythonParameters(list: SyntaxNode | undefined, read: Reader): PatternPart[] {
  if (!list) return [];
  const inside = childrenOf(list).filter(({ name }) => !/^[()]$/.test(name));
  return groupsOf(inside, isComma).flatMap((group, key): PatternPart[] => {
    const name = group.find((node) => node.name === 'VariableName');
    const target = name && read.pattern(name);
    if (!target) return [];
    const equals = group.findIndex((node) => node.name === 'AssignOp');
    const otherwise = equals === -1 ? undefined : group[equals + 1];
    const isRest = group[0]?.name === '*' || group[0]?.name === '**';
    return [{ target, ...(!isRest && { key }), ...(otherwise && { otherwise: read.expression(otherwise) }) }];
  });
}
