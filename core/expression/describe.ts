import { type Span, touches } from '../span.ts';
import { parseExpression } from './parse.ts';
import { variableAt } from './variables.ts';

/** What stands at an offset of an expression, in Markdown for a hover. */
export interface Description {
  readonly span: Span;
  readonly markdown: string;
}

/** Explains the variable at an offset; undefined on static text. */
export function describeAt(text: string, offset: number): Description | undefined {
  const part = parseExpression(text).parts.find(({ span }) => touches(span, offset));
  if (part?.kind !== 'variable') return undefined;
  const variable = variableAt(part.name);
  return { span: part.span, markdown: `\`$${part.name}\`: ${variable?.meaning ?? 'not a variable.'}` };
}
