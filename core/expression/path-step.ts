import type { Span } from '../span.ts';
import type { Filter } from './filter.ts';

/** One step of a JSONPath from a value to values inside it; spans are offsets in the path. */
export type PathStep =
  | { readonly kind: 'names'; readonly names: readonly string[]; readonly span: Span }
  | { readonly kind: 'index'; readonly index: number; readonly span: Span }
  | { readonly kind: 'indexes'; readonly indexes: readonly number[]; readonly span: Span }
  | { readonly kind: 'slice'; readonly from?: number; readonly to?: number; readonly span: Span }
  | { readonly kind: 'wildcard'; readonly span: Span }
  | { readonly kind: 'scan'; readonly span: Span }
  | { readonly kind: 'filter'; readonly filter: Filter; readonly span: Span }
  | { readonly kind: 'function'; readonly name: PathFunction; readonly span: Span };

/** The functions that newer engines know at the end of a path. */
export const pathFunctions = [
  'length',
  'size',
  'min',
  'max',
  'sum',
  'avg',
  'stddev',
  'first',
  'last',
  'keys',
] as const;

export type PathFunction = (typeof pathFunctions)[number];

/** Whether the step leads to at most one value. */
export function isDefinite({ kind }: PathStep): boolean {
  return kind === 'names' || kind === 'index' || kind === 'function';
}
