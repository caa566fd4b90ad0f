import type { JsonValue } from '../json/json-value.ts';
import type { Effort } from './effort.ts';
import { type Followed, followPath } from './follow-path.ts';
import { type Expression, parseExpression, type Part } from './parse.ts';
import { compilePlainPath, type PlainPath } from './plain-path.ts';
import { walkPath } from './walk-path.ts';

/** An expression made ready to be evaluated many times. */
export interface CompiledExpression {
  readonly expression: Expression;
  /** One for each of the expression's parts. */
  readonly parts: readonly CompiledPart[];
}

export type CompiledPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'body';
      /** Follows the path in what `JSON.parse` made; absent where the path needs to know more. */
      readonly inPlain?: PlainPath;
      /** Follows the path in a value as Java holds it. */
      readonly inExact: (body: JsonValue, effort: Effort) => Followed;
    };

/** Compiles once; the parts of a malformed expression are compiled as far as they are understood. */
export function compileExpression(text: string): CompiledExpression {
  const expression = parseExpression(text);
  return { expression, parts: expression.parts.map(compilePart) };
}

/** Only the body has a value while a message is routed; AWS documents no other variable there. */
function compilePart(part: Part): CompiledPart {
  if (part.kind === 'static') return { kind: 'text', text: part.text };
  if (part.name !== 'request.body') return { kind: 'text', text: '' };
  const { steps, definite } = part;
  if (!definite) return { kind: 'body', inExact: (body, effort) => walkPath(steps, body, effort) };
  const inPlain = compilePlainPath(steps);
  return { kind: 'body', inExact: (body) => followPath(steps, body), ...(inPlain && { inPlain }) };
}
