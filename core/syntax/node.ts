import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import type { Spelling } from '../spelling.ts';
import type { Text } from '../text.ts';

/** A value of a definition file, the same for every notation; aliases share one node. */
export type Node = ScalarNode | MapNode | ListNode | TaggedNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly place: Place;
  /** The text as written, escapes removed; numbers and booleans are not interpreted. */
  readonly value: string;
  readonly quoted: boolean;
  readonly spelling: Spelling;
  /** As in `Text`. */
  readonly implied?: true;
  /** As `Text.offsets`, but from the start of the stretch; computed on demand. */
  offsets(): readonly number[] | undefined;
}

interface MapNode {
  readonly kind: 'map';
  readonly place: Place;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
}

interface ListNode {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly Node[];
}

/** A value with a local tag, `!Ref Table`. */
interface TaggedNode {
  readonly kind: 'tagged';
  readonly place: Place;
  readonly tag: string;
  readonly value: Node;
}

/** Where a node stands in the stretch of text that it was read from. */
interface Place {
  readonly origin: Origin;
  /** The content: without tag, quotes or block indicator. */
  readonly inner: Span;
  readonly outer: Span;
}

/** Where that stretch now stands in the file, so that a tree can be kept while the text around it changes. */
export interface Origin {
  move: (offset: number) => number;
}

/** What a notation's parser gives: the tree, and what is wrong with it, from the start of the stretch. */
export interface Parsed {
  readonly tree: Node | undefined;
  readonly origin: Origin;
  readonly problems: readonly Problem[];
}

/** Deeper values are read as empty, so that whoever walks a tree may recurse. */
export const maximumDepth = 500;

/** The entry of a key; of a key that is written twice the last one, as parsers decide. */
export function entryOf(node: Node | undefined, key: string): Entry | undefined {
  if (node?.kind !== 'map') return undefined;
  // A loop, because this is most of the work of reading a file again after an edit.
  for (let index = node.entries.length - 1; index >= 0; index--) {
    const entry = node.entries[index];
    if (entry?.key.value === key) return entry;
  }
  return undefined;
}

/** The value at a path of keys. */
export function valueAt(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((at, key) => entryOf(at, key)?.value, node);
}

/** The content's place in the file: without tag, quotes or block indicator. */
export function spanOf({ place }: Node): Span {
  return moved(place.inner, place.origin);
}

/** The place in the file with tag, quotes and block indicator. */
export function outerOf({ place }: Node): Span {
  return moved(place.outer, place.origin);
}

/** The text of a scalar as written. */
export function textOf(node: ScalarNode): Text {
  const { value, spelling, implied } = node;
  const span = spanOf(node);
  // Where only an earlier reading understood the text, it has no longer a place for every character.
  const isWhole = span.end - span.start === value.length;
  const offsets = (node.offsets() ?? (isWhole ? undefined : plainOffsets(node)))?.map(node.place.origin.move);
  return { value, span, spelling, ...(offsets && { offsets }), ...(implied && { implied }) };
}

function plainOffsets({ value, place: { inner } }: ScalarNode): number[] {
  return Array.from({ length: value.length + 1 }, (_, index) => Math.min(inner.start + index, inner.end));
}

/** Whether a value is written as null: YAML's and JSON's word for it, without quotes. */
export function isNull(node: Node | undefined): boolean {
  return node?.kind === 'scalar' && !node.quoted && /^(?:null|Null|NULL|~)$/.test(node.value);
}

/** Keys that stand in a map before, by key; parsers take the last, AWS refuses the file. */
export function repeatedKeys(node: Node | undefined): ScalarNode[] {
  if (node?.kind !== 'map') return [];
  const seen = new Set<string>();
  return node.entries.flatMap(({ key }) => (seen.size === seen.add(key.value).size ? [key] : []));
}

function moved({ start, end }: Span, { move }: Origin): Span {
  return { start: move(start), end: move(end) };
}
