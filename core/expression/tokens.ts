import type { Span } from '../span.ts';
import { parseExpression, type VariablePart } from './parse.ts';

/** What a stretch of an expression is, for colours. */
export type TokenKind = 'variable' | 'property' | 'text' | 'number' | 'operator' | 'escape';

/** A stretch of an expression; spans are offsets in its text. */
export interface Token {
  readonly kind: TokenKind;
  readonly span: Span;
}

const escapes = /\\\$/g;
const inPath =
  /(['"])((?:[^'"\\]|\\.|(?!\1)['"])*)(\1|$)|-?\d+(?![\w-])|[^\s.[\](){}'",:*?@$&|=!<>~-][^\s.[\](){}'",:*?@$&|=!<>~]*|\S/gu;

/** The coloured stretches of an expression in its order; blanks in paths are none. */
export function tokensOf(text: string): readonly Token[] {
  return parseExpression(text).parts.flatMap((part) =>
    part.kind === 'static' ? tokensOfStatic(text, part.span) : tokensOfVariable(text, part),
  );
}

function tokensOfStatic(text: string, { start, end }: Span): Token[] {
  const tokens: Token[] = [];
  let at = start;
  for (const { index } of text.slice(start, end).matchAll(escapes)) {
    if (start + index > at) tokens.push({ kind: 'text', span: { start: at, end: start + index } });
    at = start + index + 2;
    tokens.push({ kind: 'escape', span: { start: start + index, end: at } });
  }
  return at < end ? [...tokens, { kind: 'text', span: { start: at, end } }] : tokens;
}

function tokensOfVariable(text: string, { name, braced, span, pathSpan }: VariablePart): Token[] {
  const begin = span.start + (braced ? 2 : 1);
  const ends: Token[] =
    pathSpan.end < span.end ? [{ kind: 'operator', span: { start: pathSpan.end, end: span.end } }] : [];
  return [
    { kind: 'operator', span: { start: span.start, end: begin } },
    ...(name === '' ? [] : [{ kind: 'variable', span: { start: begin, end: begin + name.length } } as const]),
    ...tokensOfPath(text.slice(pathSpan.start, pathSpan.end), pathSpan.start),
    ...ends,
  ];
}

function tokensOfPath(path: string, start: number): Token[] {
  // In brackets, a quoted text is a name; in a filter, only one that stands beside an operator is a value.
  let inFilter = 0;
  let depth = 0;
  return [...path.matchAll(inPath)].flatMap(({ 0: found, index }) => {
    const span = { start: start + index, end: start + index + found.length };
    if (found === '[') depth += 1;
    if (found === '?' && inFilter === 0) inFilter = depth;
    if (found === ']') {
      if (depth === inFilter) inFilter = 0;
      depth -= 1;
    }
    return [{ kind: kindOf(found, inFilter > 0, path[index - 1]), span }];
  });
}

function kindOf(found: string, isInFilter: boolean, before: string | undefined): TokenKind {
  if (/^['"]/.test(found)) return isInFilter && before !== '[' ? 'text' : 'property';
  if (/^-?\d+$/.test(found)) return before === '.' ? 'property' : 'number';
  return /^[^\s.[\](){}'",:*?@$&|=!<>~-]/u.test(found) ? 'property' : 'operator';
}
