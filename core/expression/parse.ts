import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import { parseJsonPath } from './json-path.ts';
import { maxExpressionLength } from './limits.ts';
import type { PathStep } from './path-step.ts';
import { variableAt } from './variables.ts';

/** A selection expression, understood as far as it can be; its parts cover its text without gaps. */
export interface Expression {
  readonly text: string;
  readonly parts: readonly Part[];
  /** What makes the expression impossible to evaluate; empty for a well-formed one. */
  readonly problems: readonly Problem[];
}

export type Part = StaticPart | VariablePart;

/** Text that stands for itself; `text` has the escape of `\$` removed. */
interface StaticPart {
  readonly kind: 'static';
  readonly text: string;
  readonly span: Span;
}

export interface VariablePart {
  readonly kind: 'variable';
  /** A name of the table of variables; the text up to the first bracket where it is not one of them. */
  readonly name: string;
  /** The JSONPath into the variable's value, with `$` for the value itself. */
  readonly path: string;
  readonly braced: boolean;
  /** The path's steps up to its first mistake. */
  readonly steps: readonly PathStep[];
  /** Whether the path names at most one value. */
  readonly definite: boolean;
  /** With `$` and braces. */
  readonly span: Span;
  /** The path as written, without the `$` that `path` begins with. */
  readonly pathSpan: Span;
}

/**
 * Understands a selection expression; never throws.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html
 */
export function parseExpression(text: string): Expression {
  if (text.length > maxExpressionLength) return tooLong(text);
  const parts: Part[] = [];
  const problems: Problem[] = [];
  let offset = 0;
  while (offset < text.length) {
    const part = text[offset] === '$' ? readVariable(text, offset, problems) : readStatic(text, offset);
    parts.push(part);
    offset = part.span.end;
  }
  return { text, parts, problems };
}

function tooLong(text: string): Expression {
  const span = { start: 0, end: text.length };
  const message = l10n.t('An expression has at most {0} characters.', maxExpressionLength);
  return { text, parts: [{ kind: 'static', text, span }], problems: [{ message, span }] };
}

function readStatic(text: string, start: number): StaticPart {
  let end = start;
  while (end < text.length && text[end] !== '$') end += text.startsWith('\\$', end) ? 2 : 1;
  return { kind: 'static', text: text.slice(start, end).replaceAll('\\$', '$'), span: { start, end } };
}

function readVariable(text: string, start: number, problems: Problem[]): VariablePart {
  const braced = text[start + 1] === '{';
  const from = start + (braced ? 2 : 1);
  const to = endOfVariable(text, from, braced);
  const span = { start, end: braced ? Math.min(to + 1, text.length) : to };
  const content = text.slice(from, to);
  const name = variableAt(content)?.name ?? /^[^[]*/.exec(content)?.[0] ?? '';
  const pathSpan = { start: from + name.length, end: to };
  const path = `$${content.slice(name.length)}`;
  const { steps, definite, problems: inPath } = parseJsonPath(path);
  if (braced && to === text.length) {
    problems.push({ message: l10n.t('This variable is not closed: add a `}`.'), span });
  } else if (name === '') {
    problems.push({
      message: l10n.t('After `$` stands a variable such as `request.body`; a dollar sign is `\\$`.'),
      span,
    });
  } else {
    problems.push(...inPath.map((problem) => moved(problem, pathSpan)));
  }
  return { kind: 'variable', name, path, steps, braced, definite, span, pathSpan };
}

/** A problem of a path, which begins with a `$` that the expression does not have, as one of the expression. */
function moved({ message, span }: Problem, pathSpan: Span): Problem {
  const shift = pathSpan.start - 1;
  return { message, span: { start: Math.max(pathSpan.start, shift + span.start), end: shift + span.end } };
}

/** Brackets and quotes protect what would end a variable, unless they are not closed themselves. */
function endOfVariable(text: string, from: number, braced: boolean): number {
  let depth = 0;
  let quote = '';
  for (let offset = from; offset < text.length; offset++) {
    const character = text.charAt(offset);
    if (quote) {
      if (character === '\\') offset++;
      else if (character === quote) quote = '';
    } else if (depth > 0 && (character === "'" || character === '"')) {
      quote = character;
    } else if (character === '[') {
      depth++;
    } else if (character === ']') {
      depth = Math.max(0, depth - 1);
    } else if (depth === 0 && ends(character, braced)) {
      return offset;
    }
  }
  const brace = braced ? text.indexOf('}', from) : -1;
  return brace === -1 ? text.length : brace;
}

/** AWS documents braces, and for HTTP APIs that white space ends a variable without them. */
function ends(character: string, braced: boolean): boolean {
  return braced ? character === '}' : /[\s\\/${}'"]/.test(character);
}
