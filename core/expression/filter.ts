import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import type { JsonPath } from './json-path.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import type { PathStep } from './path-step.ts';

/** A filter holds where every criterion of one of its lists holds; the engine asks from right to left. */
export interface Filter {
  readonly anyOf: readonly (readonly Criterion[])[];
}

/** A comparison of two operands, or the question whether a path leads to something that is not null. */
export type Criterion =
  | { readonly operator: Operator; readonly left: Operand; readonly right: Operand }
  | { readonly operator: 'exists'; readonly left: PathOperand }
  | { readonly operator: 'exists not'; readonly left: PathOperand };

export type Operator = '==' | '!=' | '>=' | '<=' | '>' | '<' | '=~';

/** What a criterion compares; a literal is its text, because the engine compares it as the other side demands. */
export type Operand =
  | PathOperand
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pattern'; readonly pattern: Pattern };

/** A definite path from the element (`@`) or the message (`$`). */
interface PathOperand {
  readonly kind: 'path';
  readonly from: 'element' | 'message';
  readonly steps: readonly PathStep[];
}

/** Handed in, because paths have filters and filters have paths. */
export type ParsePath = (path: string) => JsonPath;

/**
 * Understands `?(…)`; problems have offsets that count from `start`.
 * As in version 2.0.0, `&&` binds closer than `||` whatever the parentheses say, and there are no operators
 * such as `in`.
 * https://github.com/json-path/JsonPath/blob/json-path-2.0.0/json-path/src/main/java/com/jayway/jsonpath/Criteria.java
 */
export function parseFilter(text: string, start: number, parsePath: ParsePath): Filter | Problem {
  const inside = /^\?\s*\((.*)\)$/s.exec(text)?.[1];
  if (inside === undefined) {
    return { message: l10n.t('A filter is written `[?(…)]`.'), span: { start, end: start + text.length } };
  }
  const reader: Reader = { text: inside, offset: 0, parsePath };
  const anyOf: Criterion[][] = [[]];
  for (;;) {
    skip(reader, ' (');
    const from = reader.offset;
    const criterion = readCriterion(reader);
    if ('message' in criterion) {
      const shift = start + text.indexOf('(') + 1;
      const { span } = criterion;
      const end = Math.max(span.end, Math.min(from + 1, inside.length));
      return {
        message: criterion.message,
        span: { start: shift + Math.min(span.start, end), end: shift + end },
      };
    }
    anyOf[0]?.unshift(criterion);
    skip(reader, ' )');
    if (reader.offset >= inside.length) return { anyOf };
    if (inside.startsWith('||', reader.offset)) anyOf.unshift([]);
    reader.offset += 2;
  }
}

interface Reader {
  readonly text: string;
  offset: number;
  readonly parsePath: ParsePath;
}

function readCriterion(reader: Reader): Criterion | Problem {
  const { text } = reader;
  const begin = reader.offset;
  const negated = text[begin] === '!';
  if (negated) reader.offset++;
  const left = readOperand(reader);
  if ('message' in left) return left;
  skip(reader, ' ');
  const operator = readOperator(reader);
  if (operator && !negated) {
    skip(reader, ' ');
    const right = readOperand(reader);
    if ('message' in right) return right;
    if (operator === '=~' && left.kind !== 'pattern' && right.kind !== 'pattern') {
      return {
        message: l10n.t('After `=~` stands a pattern such as `/a.*/`.'),
        span: { start: begin, end: reader.offset },
      };
    }
    return ends(reader) ?? { operator, left, right };
  }
  const rest = ends(reader);
  if (rest) return rest;
  if (left.kind === 'path') return { operator: negated ? 'exists not' : 'exists', left };
  return {
    message: l10n.t('A criterion is a path, or a comparison such as `@.price > 10`.'),
    span: { start: begin, end: reader.offset },
  };
}

/** The problem that something stands where a criterion should end. */
function ends({ text, offset }: Reader): Problem | undefined {
  const [rest] = /^ *(?!&&|\|\||[ )]|$)[^ ]+/.exec(text.slice(offset, offset + 200)) ?? [];
  if (rest === undefined) return undefined;
  const word = rest.trim();
  return {
    message: l10n.t(
      'A filter has no operator `{0}`; it has {1}, `&&` and `||`.',
      word,
      operators.map((one) => `\`${one}\``).join(', '),
    ),
    span: { start: offset + rest.length - word.length, end: offset + rest.length },
  };
}

const operators: readonly Operator[] = ['==', '!=', '>=', '<=', '=~', '>', '<'];

function readOperator(reader: Reader): Operator | undefined {
  const operator = operators.find((one) => reader.text.startsWith(one, reader.offset));
  reader.offset += operator?.length ?? 0;
  return operator;
}

function readOperand(reader: Reader): Operand | Problem {
  const { text, offset } = reader;
  const [token = ''] = operandAhead(text, offset);
  reader.offset += token.length;
  const span: Span = { start: offset, end: reader.offset };
  if (token === '')
    return {
      message: l10n.t('A path or a value is missing here.'),
      span: { start: offset, end: offset + 1 },
    };
  if (token.startsWith('@') || token.startsWith('$')) return readPath(token, span, reader.parsePath);
  if (token.startsWith('/')) return readPattern(token, span);
  const quoted = /^(['"])(.*)\1$/s.exec(token)?.[2];
  return { kind: 'text', text: quoted === undefined ? token : quoted.replace(/\\(['"\\])/g, '$1') };
}

/** Each alternative takes every character one way only, so that none of them goes back over the text. */
function operandAhead(text: string, offset: number): readonly string[] {
  const operand =
    /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/(?:[^/\\]|\\.)*\/[a-zA-Z]*|[@$](?:\[(?:[^\]'"]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")*\]|\(\)|[^\s=!<>&|()[\]])*|[^\s=!<>&|()'"/@$[\]]+/suy;
  operand.lastIndex = offset;
  return operand.exec(text) ?? [];
}

function readPath(token: string, span: Span, parsePath: ParsePath): PathOperand | Problem {
  if (/\[\s*\?/.test(token)) return { message: l10n.t('A filter cannot stand inside a filter.'), span };
  const { steps, definite, problems } = parsePath(token);
  const [problem] = problems;
  if (problem) {
    const { message, span: at } = problem;
    return { message, span: { start: span.start + at.start, end: span.start + at.end } };
  }
  if (!definite) return { message: l10n.t('A path in a filter must lead to one value.'), span };
  return { kind: 'path', from: token.startsWith('@') ? 'element' : 'message', steps };
}

function readPattern(token: string, span: Span): Operand | Problem {
  const close = token.lastIndexOf('/');
  const pattern = compilePattern(token.slice(1, close), token.slice(close + 1));
  return typeof pattern === 'string' ? { message: pattern, span } : { kind: 'pattern', pattern };
}

function skip(reader: Reader, characters: string): void {
  while (reader.offset < reader.text.length && characters.includes(reader.text.charAt(reader.offset))) {
    reader.offset++;
  }
}
