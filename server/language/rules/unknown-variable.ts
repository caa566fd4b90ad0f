import { parseExpression, type VariablePart } from '../../../core/expression/parse.ts';
import { variables } from '../../../core/expression/variables.ts';
import type { Span } from '../../../core/span.ts';
import { encodeIn, sourceSpan } from '../../../core/text.ts';
import { expressionsOf, type WrittenExpression } from '../expressions.ts';
import type { Finding, Rule } from './rule.ts';

/** A variable that does not exist, or not in this kind of expression. */
export const unknownVariable: Rule = {
  code: 'unknown-variable',
  severity: 'warning',
  check: ({ api, text }) =>
    expressionsOf(api).flatMap((expression) =>
      unknownIn(expression)
        .map((part) => ({ part, span: sourceSpan(expression.text, part.span) }))
        .filter(({ span }) => !expression.text.insideSub || !isOfSub(text, span))
        .map(({ part, span }) => findingOf(expression, span, part)),
    ),
};

/** `Fn::Sub` replaces `${X}` by something that the file alone cannot tell. */
function isOfSub(text: string, { start }: Span): boolean {
  return text.startsWith('${', start) && text.charAt(start + 2) !== '!';
}

function unknownIn({ kind, text }: WrittenExpression): VariablePart[] {
  return parseExpression(text.value)
    .parts.filter((part) => part.kind === 'variable')
    .filter(
      ({ name }) => name !== '' && !variables.some((one) => one.name === name && one.legalIn.includes(kind)),
    );
}

function findingOf({ kind, text }: WrittenExpression, span: Span, { name }: VariablePart): Finding {
  if (name === 'default') {
    return {
      span,
      message: '`$default` is read as a variable without value; the text "$default" is written `\\$default`.',
      fixes: [{ title: 'Write \\$default', edits: [{ span, newText: encodeIn(text, '\\$default') }] }],
    };
  }
  const legal = variables.filter(({ legalIn }) => legalIn.includes(kind)).map((one) => `\`$${one.name}\``);
  return {
    span,
    message: `\`$${name}\` is always empty in a ${kind} expression; use ${legal.join(' or ')}.`,
  };
}
