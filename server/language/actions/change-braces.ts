import * as l10n from '@vscode/l10n';
import { parseExpression, type VariablePart } from '../../../core/expression/parse.ts';
import { touches } from '../../../core/span.ts';
import { encodeIn, sourceSpan, type Text } from '../../../core/text.ts';
import { dialectOf } from '../dialects/dialects.ts';
import { expressionsOf, isComputed } from '../expressions.ts';
import type { Fix } from '../rules/rule.ts';
import type { Refactoring } from './refactoring.ts';

/** `$request.body.action` becomes `${request.body.action}`, and back where nothing follows that would be read with it. */
export const changeBraces: Refactoring = {
  kind: 'refactor',
  offer({ api, span }) {
    if (dialectOf(api.format).withoutBraces) return [];
    return expressionsOf(api)
      .filter(({ text }) => !isComputed(text) && touches(text.span, span.start))
      .flatMap(({ text }) => changesIn(text, span.start));
  },
};

function changesIn(text: Text, offset: number): Fix[] {
  const { parts, problems } = parseExpression(text.value);
  const part = parts.find((one) => one.kind === 'variable' && touches(sourceSpan(text, one.span), offset));
  if (part?.kind !== 'variable' || problems.length > 0 || part.name === '') return [];
  return part.braced ? withoutBraces(text, part) : withBraces(text, part);
}

function withBraces(text: Text, part: VariablePart): Fix[] {
  const braced = `\${${text.value.slice(part.span.start + 1, part.span.end)}}`;
  return [{ title: l10n.t('Write {0}', braced), edits: [editOf(text, part, braced)] }];
}

function withoutBraces(text: Text, part: VariablePart): Fix[] {
  const plain = `$${text.value.slice(part.span.start + 2, part.span.end - 1)}`;
  const changed = text.value.slice(0, part.span.start) + plain + text.value.slice(part.span.end);
  const meansTheSame = parseExpression(changed).parts.some(
    ({ kind, span }) =>
      kind === 'variable' && span.start === part.span.start && span.end === part.span.start + plain.length,
  );
  return meansTheSame ? [{ title: l10n.t('Write {0}', plain), edits: [editOf(text, part, plain)] }] : [];
}

function editOf(text: Text, part: VariablePart, written: string): Fix['edits'][number] {
  return { span: sourceSpan(text, part.span), newText: encodeIn(text, written) };
}
