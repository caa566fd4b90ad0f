import { parseExpression, type VariablePart } from '../../core/expression/parse.ts';
import { type Span, touches } from '../../core/span.ts';
import { sourceSpan, type Text, valueOffset } from '../../core/text.ts';
import { expressionAt, isComputed } from './expressions.ts';
import type { KnownFile } from './known-file.ts';

/**
 * What growing the selection takes in, from the innermost: name, step and path, variable without and with its braces,
 * expression, text with quotes. Empty outside of expressions and route keys.
 */
export function selectionsAt(file: KnownFile, offset: number): readonly Span[] {
  const text = expressionAt(file.reading.apis, offset)?.expression.text ?? routeKeyAt(file, offset);
  if (!text) return [];
  const inValue = isComputed(text) ? [] : insideExpression(text.value, valueOffset(text, offset) ?? 0);
  const spans = [
    ...inValue.map((span) => sourceSpan(text, span)),
    text.span,
    withQuotes(file.text, text.span),
  ];
  let inner: Span = { start: offset, end: offset };
  return spans.filter((span) => {
    const contains = span.start <= inner.start && span.end >= inner.end;
    if (!contains || span.end - span.start === inner.end - inner.start) return false;
    inner = span;
    return true;
  });
}

function routeKeyAt({ reading }: KnownFile, offset: number): Text | undefined {
  const routes = reading.apis.flatMap((api) => api.routes);
  return routes.find(({ routeKey }) => routeKey && touches(routeKey.span, offset))?.routeKey;
}

/** Spans of the value; where two parts meet, the one behind the offset is meant. */
function insideExpression(value: string, offset: number): Span[] {
  const part = parseExpression(value).parts.findLast(({ span }) => touches(span, offset));
  if (!part) return [];
  return part.kind === 'static' ? [part.span] : [...insideVariable(value, part, offset), part.span];
}

function insideVariable(
  value: string,
  { name, pathSpan, span, steps, braced }: VariablePart,
  offset: number,
): Span[] {
  const begin = span.start + (braced ? 2 : 1);
  const content = { start: begin, end: pathSpan.end };
  const nameSpan = { start: begin, end: pathSpan.start };
  if (name !== '' && touches(nameSpan, offset)) return [nameSpan, content];
  const shift = pathSpan.start - 1;
  const step = steps
    .map((one) => ({ start: shift + one.span.start, end: shift + one.span.end }))
    .find((one) => offset > one.start && touches(one, offset));
  return step ? [nameIn(value, step), step, pathSpan, content] : [pathSpan, content];
}

/** The name in `.name` and `['name']`. */
function nameIn(value: string, { start, end }: Span): Span {
  const [before = ''] = /^[.[]*['"]?/.exec(value.slice(start, end)) ?? [];
  const [behind = ''] = /['"]?\]?$/.exec(value.slice(start + before.length, end)) ?? [];
  return { start: start + before.length, end: end - behind.length };
}

function withQuotes(text: string, { start, end }: Span): Span {
  const quote = text[start - 1];
  const isQuoted = quote !== undefined && `'"\``.includes(quote) && text[end] === quote;
  return isQuoted ? { start: start - 1, end: end + 1 } : { start, end };
}
