import type { SyntaxNode } from '@lezer/common';
import { maximumDepth } from './node.ts';
import { spanOfNode, unknown } from './script-nodes.ts';
import type { Expression, Pattern, Statement } from './script.ts';

/** The parts of a language's reader, which call each other. */
export interface Reader {
  readonly text: string;
  expression(node: SyntaxNode): Expression;
  pattern(node: SyntaxNode): Pattern | undefined;
  statements(nodes: readonly SyntaxNode[]): Statement[];
}

/** How a language reads each of the parts. */
export interface ReaderParts {
  readonly expression: (node: SyntaxNode, read: Reader) => Expression;
  readonly pattern: (node: SyntaxNode, read: Reader) => Pattern | undefined;
  readonly statement: (node: SyntaxNode, read: Reader) => readonly Statement[];
}

/** A reader of a program's syntax tree; what is nested too deeply is unknown or left out. */
export function openReader(text: string, { expression, pattern, statement }: ReaderParts): Reader {
  let depth = 0;
  const deeper = <Made>(make: () => Made, otherwise: Made): Made => {
    if (depth >= maximumDepth) return otherwise;
    depth += 1;
    const made = make();
    depth -= 1;
    return made;
  };
  const read: Reader = {
    text,
    expression: (node) => deeper(() => expression(node, read), unknown(spanOfNode(node))),
    pattern: (node) => deeper(() => pattern(node, read), undefined),
    statements: (nodes) => nodes.flatMap((node) => deeper(() => statement(node, read), [])),
  };
  return read;
}
