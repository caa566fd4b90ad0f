import type { Api, Route } from '../../core/api.ts';
import { tokensOf, type TokenKind } from '../../core/expression/tokens.ts';
import type { Span } from '../../core/span.ts';
import { sourceSpan, type Text } from '../../core/text.ts';
import { expressionsOf, isComputed } from './expressions.ts';
import type { KnownFile } from './known-file.ts';

/** The kinds of stretches that are coloured, in the order of the protocol's legend; package.json maps them to scopes. */
export const tokenTypes = [
  'selectionVariable',
  'selectionProperty',
  'selectionText',
  'selectionNumber',
  'selectionOperator',
  'selectionEscape',
  'routeKey',
  'predefinedRouteKey',
] as const;

/** A stretch within one line of the document. */
export interface SemanticToken {
  readonly span: Span;
  readonly type: (typeof tokenTypes)[number];
}

const typeOf: Readonly<Record<TokenKind, SemanticToken['type']>> = {
  variable: 'selectionVariable',
  property: 'selectionProperty',
  text: 'selectionText',
  number: 'selectionNumber',
  operator: 'selectionOperator',
  escape: 'selectionEscape',
};

/** What stands in the expressions and route keys of a file that touch the span, in order; all else keeps the host language's colours. */
export function semanticTokens(
  { text, reading }: KnownFile,
  within: Span = { start: 0, end: text.length },
): readonly SemanticToken[] {
  const tokens = reading.apis
    .flatMap((api) => [...expressionTokens(api, within), ...api.routes.flatMap(routeKeyTokens)])
    .filter(({ span }) => span.start < within.end && span.end > within.start)
    .flatMap((token) => lineByLine(token, text))
    .toSorted((one, other) => one.span.start - other.span.start || other.span.end - one.span.end);
  let last = 0;
  // Two APIs of a file may share a text, which then is coloured once.
  return tokens.filter(({ span }) => span.start >= last && (last = span.end) > 0);
}

function expressionTokens(api: Api, within: Span): SemanticToken[] {
  return expressionsOf(api)
    .filter(({ text }) => text.span.start < within.end && text.span.end > within.start && !isComputed(text))
    .flatMap(({ text }) =>
      tokensOf(text.value).map(({ kind, span }) => ({ type: typeOf[kind], span: sourceSpan(text, span) })),
    );
}

function routeKeyTokens({ routeKey }: Route): SemanticToken[] {
  if (!routeKey || isComputed(routeKey)) return [];
  return [
    { span: wholeOf(routeKey), type: routeKey.value.startsWith('$') ? 'predefinedRouteKey' : 'routeKey' },
  ];
}

function wholeOf(text: Text): Span {
  return sourceSpan(text, { start: 0, end: text.value.length });
}

/** Editors want a token to end with its line, as a text over several lines does not. */
function lineByLine({ span, type }: SemanticToken, text: string): SemanticToken[] {
  const found: SemanticToken[] = [];
  let start = span.start;
  for (const line of text.slice(span.start, span.end).split('\n')) {
    const content = line.trim();
    const from = start + line.indexOf(content);
    if (content !== '') found.push({ type, span: { start: from, end: from + content.length } });
    start += line.length + 1;
  }
  return found;
}
