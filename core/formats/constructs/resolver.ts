import { treeOf } from '../../script/tree-of.ts';
import { pathOf, type MadeValue, type Slot, type Value } from '../../script/value.ts';
import type { Span } from '../../span.ts';
import type { Node } from '../../syntax/node.ts';
import { attributeOf, impliedText, joined, refTo } from './nodes.ts';

/** Knows which resource each construct of a program is. */
export interface Resolver {
  /** Notes the logical id of a construct. */
  note(made: MadeValue, logicalId: string): void;
  /** The logical id of the construct that a value is, or is a property of. */
  idOf(value: Value | undefined): string | undefined;
  /** A value as CloudFormation has it, constructs as references. */
  nodeOf(value: Value, span: Span): Node;
  /** The value of an option. */
  slotNode(slot: Slot): Node;
}

/** What a library calls its things. */
export interface Vocabulary {
  /** The name of a construct that is no part of an API. */
  readonly nameOf: (made: MadeValue) => string | undefined;
  /** The pseudo parameter that a property is: `AWS::Region`. */
  readonly pseudoOf: (value: Value) => string | undefined;
}

/** The properties of constructs that are no `Ref`. */
const arn = /arn$/i;

/** Values of a program that knows no constructs yet. */
export function openResolver({ nameOf, pseudoOf }: Vocabulary): Resolver {
  const ids = new Map<MadeValue, string>();
  const idOf = (value: Value | undefined): string | undefined => {
    const base = value && constructOf(value);
    return base && ids.get(base);
  };
  const effort = { steps: 0 };
  const nodeOf = (value: Value, span: Span): Node => treeOf(value, foreign, span, effort);
  const foreign = (value: Value, span: Span): Node | undefined => {
    if (value.kind === 'text') {
      if (value.pieces.every((piece) => typeof piece === 'string')) return undefined;
      const parts = value.pieces.map((piece) =>
        typeof piece === 'string' ? impliedText(piece, span) : nodeOf(piece, span),
      );
      return joined(parts, span);
    }
    if (value.kind === 'plain' || value.kind === 'map' || value.kind === 'list') return undefined;
    const pseudo = pseudoOf(value);
    if (pseudo !== undefined) return refTo(pseudo, span);
    const made = constructOf(value);
    const id = made && (ids.get(made) ?? nameOf(made));
    if (id !== undefined) {
      const isAttribute = value.kind === 'part' && arn.test(value.name);
      return isAttribute ? attributeOf(id, 'Arn', span) : refTo(id, span);
    }
    // A structure of Python's library.
    if (value.kind === 'made' && value.named.entries.size > 0 && value.positional.length === 0) {
      return nodeOf(value.named, span);
    }
    return refTo(pathOf(value) || 'this', span);
  };
  return {
    note: (made, logicalId) => void ids.set(made, logicalId),
    idOf,
    nodeOf,
    slotNode: ({ value, span }) => nodeOf(value, span),
  };
}

/** The construct that a value is, or is a property of. */
export function constructOf(value: Value): MadeValue | undefined {
  let at: Value | undefined = value;
  while (at?.kind === 'part') at = at.of;
  if (at?.kind === 'instance') return at.base;
  return at?.kind === 'made' ? at : undefined;
}
