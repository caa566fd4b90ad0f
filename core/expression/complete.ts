import type { Span } from '../span.ts';
import { variables } from './variables.ts';

/** One proposal: `insert` replaces `span` of the expression. */
export interface Completion {
  readonly label: string;
  readonly insert: string;
  readonly span: Span;
  readonly kind: 'variable' | 'property';
  /** The value behind the name, or what follows it. */
  readonly detail: string;
  readonly documentation?: string;
}

/** What expressions can be completed from: the messages of samples, each with its name, as JSON values. */
export interface CompletionScope {
  readonly bodies: readonly { readonly name: string; readonly body: unknown }[];
}

/** What may be written at an offset of an expression. */
export function completeExpression(
  text: string,
  offset: number,
  scope: CompletionScope,
): readonly Completion[] {
  const opening = /\$\{?[\w.]*$/.exec(text.slice(0, offset));
  if (!opening || scope.bodies.length < 0) return [];
  const start = opening.index + (text[opening.index + 1] === '{' ? 2 : 1);
  return variables.map(({ name, meaning, follows }) => ({
    label: name,
    insert: name,
    span: { start, end: offset },
    kind: 'variable',
    detail: follows,
    documentation: meaning,
  }));
}
