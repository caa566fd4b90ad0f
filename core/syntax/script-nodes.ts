import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../span.ts';
import type { Expression } from './script.ts';

/** A node's children, without comments and what the parser could not place. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isError && !child.name.endsWith('Comment')) children.push(child);
  }
  return children;
}

/** The place of a node. */
export function spanOfNode({ from, to }: { readonly from: number; readonly to: number }): Span {
  return { start: from, end: to };
}

/** What is not there, or not understood. */
export function unknown(span: Span, inside: readonly Expression[] = []): Expression {
  return { kind: 'unknown', span, inside };
}

/** The children between separators; a group without any is left out. */
export function groupsOf(children: readonly SyntaxNode[], isSeparator: (name: string) => boolean) {
  const groups: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (isSeparator(child.name)) groups.push([]);
    else groups.at(-1)?.push(child);
  }
  return groups.filter((group) => group.length > 0);
}
