import * as l10n from '@vscode/l10n';
import {
  complain,
  endOfLine,
  inBrackets,
  peek,
  skipBlank,
  take,
  takeToken,
  hclName,
  type HclCursor,
} from './hcl-cursor.ts';
import { maximumHclDepth, readTerm } from './hcl-terms.ts';
import type { HclExpression } from './hcl-tree.ts';

/** From the loosest to the tightest. */
const operators: readonly RegExp[] = [/\|\|/y, /&&/y, /==|!=/y, /<=|>=|<|>/y, /[+-]/y, /[*/%](?![*/{])/y];

/** Reads an expression; what is not there is `missing`. */
export function readExpression(cursor: HclCursor): HclExpression {
  skipBlank(cursor);
  const start = cursor.at;
  if (cursor.depth >= maximumHclDepth) {
    complain(cursor, l10n.t('This is nested too deeply to be read.'));
    cursor.at = endOfLine(cursor.text, cursor.at);
    return { kind: 'missing', span: { start, end: start } };
  }
  cursor.depth += 1;
  const condition = readBinary(cursor, 0);
  const found = takeOperator(cursor, /\?/y) ? readBranches(cursor, condition) : condition;
  cursor.depth -= 1;
  return found;
}

function readBranches(cursor: HclCursor, condition: HclExpression): HclExpression {
  const yes = readExpression(cursor);
  const hasNo = takeOperator(cursor, /:/y) !== undefined;
  if (!hasNo) complain(cursor, l10n.t('The : of this condition is missing.'), condition.span);
  const end = { start: cursor.at, end: cursor.at };
  const no: HclExpression = hasNo ? readExpression(cursor) : { kind: 'missing', span: end };
  return { kind: 'conditional', span: between(condition, cursor), condition, yes, no };
}

function readBinary(cursor: HclCursor, level: number): HclExpression {
  const pattern = operators[level];
  if (!pattern) return readUnary(cursor);
  let left = readBinary(cursor, level + 1);
  for (;;) {
    const operator = takeOperator(cursor, pattern);
    if (operator === undefined) return left;
    skipBlank(cursor);
    const right = readBinary(cursor, level + 1);
    left = { kind: 'binary', span: between(left, cursor), operator, left, right };
  }
}

/** An operator stands on the line of what is before it, unless brackets hold the expression together. */
function takeOperator(cursor: HclCursor, pattern: RegExp): string | undefined {
  const { at } = cursor;
  skipBlank(cursor);
  const found = take(cursor, pattern);
  if (found === undefined) cursor.at = at;
  return found;
}

function readUnary(cursor: HclCursor): HclExpression {
  const start = cursor.at;
  const operator = take(cursor, /[!-]/y);
  if (operator === undefined) return readPostfix(cursor);
  skipBlank(cursor);
  cursor.depth += 1;
  const operand: HclExpression =
    cursor.depth < maximumHclDepth ? readUnary(cursor) : { kind: 'missing', span: { start, end: start } };
  cursor.depth -= 1;
  return { kind: 'unary', span: { start, end: cursor.at }, operator, operand };
}

function readPostfix(cursor: HclCursor): HclExpression {
  let found = readTerm(cursor, readExpression);
  for (;;) {
    const { at } = cursor;
    // A dot may stand on the next line only between brackets, as everything else.
    skipBlank(cursor);
    const next = found.kind === 'missing' ? undefined : readStep(cursor, found);
    if (!next) {
      cursor.at = at;
      return found;
    }
    found = next;
  }
}

function readStep(cursor: HclCursor, of: HclExpression): HclExpression | undefined {
  if (cursor.text[cursor.at] === '[') return readIndex(cursor, of);
  if (cursor.text[cursor.at] !== '.' || peek(cursor, /\.\.\./y)) return undefined;
  cursor.at += 1;
  if (takeToken(cursor, '*')) return { kind: 'splat', span: between(of, cursor), of };
  const start = cursor.at;
  const digits = take(cursor, /\d+/y);
  const nameSpan = { start, end: cursor.at };
  if (digits !== undefined) {
    const index = { kind: 'literal', span: nameSpan, value: Number(digits) } as const;
    return { kind: 'index', span: between(of, cursor), of, index };
  }
  const name = take(cursor, hclName);
  if (name === undefined)
    complain(cursor, l10n.t('A name is missing behind this dot.'), { start: start - 1, end: start });
  return {
    kind: 'attribute',
    span: between(of, cursor),
    of,
    name: name ?? '',
    nameSpan: { start, end: cursor.at },
  };
}

function readIndex(cursor: HclCursor, of: HclExpression): HclExpression {
  const open = { start: cursor.at, end: cursor.at + 1 };
  cursor.at += 1;
  const isSplat = take(cursor, /\s*\*\s*(?=\])/y) !== undefined;
  const index = isSplat ? undefined : inBrackets(cursor, true, () => readExpression(cursor));
  inBrackets(cursor, true, () => skipBlank(cursor));
  if (!takeToken(cursor, ']')) complain(cursor, l10n.t('This [ is not closed.'), open);
  const span = between(of, cursor);
  return index ? { kind: 'index', span, of, index } : { kind: 'splat', span, of };
}

function between({ span }: HclExpression, { at }: HclCursor) {
  return { start: span.start, end: at };
}
