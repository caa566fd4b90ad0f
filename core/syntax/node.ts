import type { Span } from '../span.ts';
import type { Spelling, Text } from '../text.ts';

/** A value of a definition file, the same for every notation; aliases share one node. */
export type Node = ScalarNode | MapNode | ListNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  /** The local tag, `!Ref`. */
  readonly tag?: string;
  /** Without quotes or block indicator. */
  readonly span: Span;
  /** With tag, quotes and block indicator. */
  readonly outer: Span;
  /** The text as written, escapes removed; numbers and booleans are not interpreted. */
  readonly value: string;
  readonly quoted: boolean;
  readonly spelling: Spelling;
  /** As `Text.offsets`; computed on demand. */
  offsets(): readonly number[] | undefined;
}

export interface MapNode {
  readonly kind: 'map';
  readonly tag?: string;
  readonly span: Span;
  readonly outer: Span;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
}

export interface ListNode {
  readonly kind: 'list';
  readonly tag?: string;
  readonly span: Span;
  readonly outer: Span;
  readonly items: readonly Node[];
}

/** Deeper values are read as empty, so that whoever walks a tree may recurse. */
export const maximumDepth = 500;

/** The entry of a key; of a key that is written twice the last one, as parsers decide. */
export function entryOf(node: Node | undefined, key: string): Entry | undefined {
  return node?.kind === 'map' ? node.entries.findLast((entry) => entry.key.value === key) : undefined;
}

/** The value at a path of keys. */
export function valueAt(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((at, key) => entryOf(at, key)?.value, node);
}

/** The text of a scalar as written. */
export function textOf(node: ScalarNode): Text {
  const { value, span, spelling } = node;
  const offsets = node.offsets();
  return offsets ? { value, span, spelling, offsets } : { value, span, spelling };
}
