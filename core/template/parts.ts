import type { Node, Operand } from './node.ts';

/** Any part of a template. */
export type Part = Node | Operand;

/** What a part of a template is made of, in the order of the text. */
export function partsOf(node: Part): readonly Part[] {
  switch (node.kind) {
    case 'reference':
      return node.accesses.flatMap((access) =>
        access.kind === 'method' ? access.arguments : access.kind === 'index' ? [access.index] : [],
      );
    case 'set':
      return [node.target, node.value];
    case 'if':
      return node.branches.flatMap(({ condition, body }): Part[] =>
        condition ? [condition, ...body] : [...body],
      );
    case 'foreach':
      return [node.list, ...node.body];
    case 'define':
    case 'macro':
      return node.body;
    case 'call':
      return [...node.arguments, ...(node.body ?? [])];
    case 'string':
      return node.nodes ?? [];
    case 'list':
      return node.items;
    case 'map':
      return node.entries.flat();
    case 'range':
      return [node.from, node.to];
    case 'not':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'evaluate':
      return [node.value];
    case 'boolean':
    case 'break':
    case 'load':
    case 'number':
    case 'stop':
    case 'text':
      return [];
  }
}

/** The parts with all that they are made of, in the order of the text. */
export function* allParts(parts: readonly Part[]): Generator<Part> {
  for (const part of parts) {
    yield part;
    yield* allParts(partsOf(part));
  }
}
