import * as l10n from '@vscode/l10n';
import type { VariablePart } from '../../../core/expression/parse.ts';
import { variables } from '../../../core/expression/variables.ts';
import type { Span } from '../../../core/span.ts';
import { encodeIn, sourceSpan } from '../../../core/text.ts';
import type { ParsedExpression } from '../expressions.ts';
import type { Finding, Rule } from './rule.ts';

/** A variable that does not exist, or not in this kind of expression. */
export const unknownVariable: Rule = {
  code: 'unknown-variable',
  severity: 'warning',
  check: ({ expressions, text }) =>
    expressions.flatMap((one) =>
      unknownIn(one)
        .map((part) => ({ part, span: sourceSpan(one.text, part.span) }))
        .filter(({ span }) => !one.text.insideSub || !isOfSub(text, span))
        .map(({ part, span }) => findingOf(one, text, span, part)),
    ),
};

/** `Fn::Sub` replaces `${X}` by something that the file alone cannot tell. */
function isOfSub(text: string, { start }: Span): boolean {
  return text.startsWith('${', start) && text.charAt(start + 2) !== '!';
}

function unknownIn({ kind, expression }: ParsedExpression): VariablePart[] {
  return expression.parts
    .filter((part) => part.kind === 'variable')
    .filter(
      ({ name }) => name !== '' && !variables.some((one) => one.name === name && one.legalIn.includes(kind)),
    );
}

function findingOf(one: ParsedExpression, text: string, span: Span, { name }: VariablePart): Finding {
  if (name === 'default') {
    const written = encodeIn(one.text, '\\$default');
    return {
      span,
      message: hasLostBackslash(one, text, span)
        ? l10n.t(
            'The language of this file drops the backslash, and AWS gets `$default`, a variable without value; write `{0}`.',
            written,
          )
        : l10n.t(
            '`$default` is read as a variable without value; the text "$default" is written `\\$default`.',
          ),
      fixes: [{ title: l10n.t('Write \\$default'), edits: [{ span, newText: written }] }],
    };
  }
  const legal = variables
    .filter(({ legalIn }) => legalIn.includes(one.kind))
    .map((legal) => `\`$${legal.name}\``);
  return {
    span,
    message: l10n.t(
      '`${0}` is always empty in a {1} expression; use {2}.',
      name,
      one.kind,
      legal.join(' or '),
    ),
  };
}

/** `'\$default'` of JavaScript is `$default`. */
function hasLostBackslash({ text: { spelling } }: ParsedExpression, text: string, { start }: Span): boolean {
  return spelling.startsWith('script-') && text.startsWith('\\$', start);
}
