import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import { parseJsonPath } from './json-path.ts';
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
export interface StaticPart {
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

function readStatic(text: string, start: number): StaticPart {
  let end = start;
  while (end < text.length && text[end] !== '$') end += text.startsWith('\\$', end) ? 2 : 1;
  return { kind: 'static', text: text.slice(start, end).replaceAll('\\$', '$'), span: { start, end } };
}

function readVariable(text: string, start: number, problems: Problem[]): VariablePart {
  const braced = text[start + 1] === '{';
  const from = start + (braced ? 2 : 1);
  const to = endOfVariable(text, from, braced);
  const closed = braced && to < text.length;
  const span = { start, end: closed ? to + 1 : to };
  const content = text.slice(from, to);
  const name = variableAt(content)?.name ?? /^[^[]*/.exec(content)?.[0] ?? '';
  const pathSpan = { start: from + name.length, end: to };
  const path = `$${content.slice(name.length)}`;
  const parsed = parseJsonPath(path);
  if (braced && !closed) {
    problems.push({ message: 'This variable is not closed: add a `}`.', span });
  } else if (name === '') {
    problems.push({
      message: 'A variable name is missing after `$`: write `$request.body.…`, or `\\$` for a dollar sign.',
      span,
    });
  } else {
    for (const { message, span } of parsed.problems) {
      problems.push({
        message,
        span: { start: pathSpan.start + Math.max(0, span.start - 1), end: pathSpan.start + span.end - 1 },
      });
    }
  }
  return {
    kind: 'variable',
    name,
    path,
    steps: parsed.steps,
    braced,
    definite: parsed.definite,
    span,
    pathSpan,
  };
}

/** Brackets and quotes protect what would end a variable; AWS documents only that white space ends a bare one. */
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
    } else if (depth === 0 && (braced ? character === '}' : /[\s\\/${}'"]/.test(character))) {
      return offset;
    }
  }
  return text.length;
}
