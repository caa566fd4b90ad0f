import type { HclExpression } from '../../syntax/hcl-tree.ts';
import type { Included } from '../source.ts';
import type { Reference, Value } from './value.ts';

/** Where an expression stands, and what its names mean. */
export interface Scope {
  readonly folder: Folder;
  /** The stretch of text that the expression's spans count in, and where that stands. */
  readonly text: string;
  readonly place: (offset: number) => number;
  /** What `for`, `for_each`, `count` and `templatefile` give names to; `each.key`, `count.index`. */
  readonly names: ReadonlyMap<string, Value>;
}

/** What the files of a folder say that expressions refer to. */
export interface Folder {
  /** Undefined for one that is not there, or that refers to itself. */
  readonly local: (name: string) => Value | undefined;
  /** Undefined for a variable that has no default and is in no `.tfvars`. */
  readonly variable: (name: string) => Value | undefined;
  /** A file, by its path from the folder. */
  readonly file: (path: string) => Included | undefined;
  /** What all evaluating took so far. */
  readonly effort: { steps: number; depth: number };
}

/** More than the files of any folder need; expressions that multiply what they are made of end here. */
export const maximumSteps = 300_000;

/** Locals of locals and functions of functions; nobody writes deeper ones. */
export const maximumDepth = 150;

/** Where an expression stands in the reading. */
export function spanIn(scope: Scope, { span }: Pick<HclExpression, 'span'>): { start: number; end: number } {
  return { start: scope.place(span.start), end: scope.place(span.end) };
}

/** What cannot be computed, as it is written; with its address, where it is one. */
export function unknown(
  scope: Scope,
  expression: Pick<HclExpression, 'span'>,
  path: readonly string[] = [],
): Reference {
  return {
    kind: 'reference',
    path,
    text: scope.text,
    start: expression.span.start,
    end: expression.span.end,
    span: spanIn(scope, expression),
  };
}

/** The same scope with more names. */
export function withNames(scope: Scope, names: Iterable<readonly [string, Value]>): Scope {
  return { ...scope, names: new Map([...scope.names, ...names]) };
}
