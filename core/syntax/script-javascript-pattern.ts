import type { SyntaxNode } from '@lezer/common';
import { childrenOf, groupsOf, spanOfNode } from './script-nodes.ts';
import type { Reader } from './script-reader.ts';
import type { Pattern, PatternPart } from './script.ts';

const isComma = (name: string) => name === ',';

/** What a declaration, parameter or assignment of JavaScript gives a value to. */
export function javaScriptPattern(node: SyntaxNode, read: Reader): Pattern | undefined {
  switch (node.name) {
    case 'ArrayPattern':
    case 'ArrayExpression':
      return { kind: 'parts', parts: listParts(node, read) };
    case 'ObjectPattern':
    case 'ObjectExpression':
      return { kind: 'parts', parts: childrenOf(node).flatMap((child) => propertyPart(child, read)) };
    case 'VariableDefinition':
      return { kind: 'name', span: spanOfNode(node), name: read.text.slice(node.from, node.to) };
    default: {
      const target = read.expression(node);
      const isTarget = target.kind === 'name' || target.kind === 'member' || target.kind === 'index';
      return isTarget ? target : undefined;
    }
  }
}

/** The parameters of a function. */
export function javaScriptParameters(list: SyntaxNode | undefined, read: Reader): PatternPart[] {
  if (!list) return [];
  // `a => a` has its one parameter without brackets.
  if (list.name !== 'ParamList') return partOf([list], 0, read);
  return listParts(list, read);
}

function listParts(list: SyntaxNode, read: Reader): PatternPart[] {
  const inside = childrenOf(list).filter(({ name }) => !/^[()[\]]$/.test(name));
  return groupsOf(inside, isComma).flatMap((group, index) => partOf(group, index, read));
}

const targets = /^(?:VariableDefinition|ArrayPattern|ObjectPattern|VariableName|MemberExpression)$/;

function partOf(group: readonly SyntaxNode[], key: number, read: Reader): PatternPart[] {
  const place = group.findIndex(({ name }) => targets.test(name));
  const target = group[place] && read.pattern(group[place]);
  if (!target) return [];
  const equals = group.findIndex(({ name }) => name === 'Equals');
  const otherwise = equals === -1 ? undefined : group[equals + 1];
  const isField = group.slice(0, place).some(({ name }) => name === 'Privacy' || name === 'readonly');
  return [
    {
      target,
      ...(group[0]?.name !== 'Spread' && { key }),
      ...(otherwise && { otherwise: read.expression(otherwise) }),
      ...(isField && { isField }),
    },
  ];
}

function propertyPart(property: SyntaxNode, read: Reader): PatternPart[] {
  if (property.name !== 'PatternProperty' && property.name !== 'Property') return [];
  const children = childrenOf(property);
  const colon = children.findIndex(({ name }) => name === ':');
  const [first] = children;
  if (!first) return [];
  const key = read.text.slice(first.from, first.to);
  if (colon === -1 && first.name === 'PropertyDefinition') {
    return [{ key, target: { kind: 'name', span: spanOfNode(first), name: key } }];
  }
  return partOf(colon === -1 ? children : children.slice(colon + 1), 0, read).map((part) => {
    if (first.name !== 'Spread') return { ...part, key };
    const { key: _, ...rest } = part;
    return rest;
  });
}
