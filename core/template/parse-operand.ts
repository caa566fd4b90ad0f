import * as l10n from '@vscode/l10n';
import type { Operand, Operator, StringLiteral } from './node.ts';
import { parseReference } from './parse-reference.ts';
import { deeper, type Reader, report, skipSpace, spanOf, take } from './reader.ts';

/** Parses what `#set` and `#if` compute, with operators; undefined, and a problem, where there is nothing. */
export function parseExpression(reader: Reader): Operand | undefined {
  return parseBinary(reader, 1);
}

/** Parses a value without operators, as arguments and elements are. */
export function parseOperand(reader: Reader): Operand | undefined {
  skipSpace(reader);
  return parseSimple(reader) ?? report(reader, messageFor(reader));
}

const ranks: Readonly<Record<Operator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

const words: Readonly<Record<string, Operator>> = {
  or: '||',
  and: '&&',
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

// A minus before a digit belongs to the number.
const operatorAhead = /\|\||&&|==|!=|<=|>=|[<>+*/%]|-(?!\.?\d)|(?:or|and|eq|ne|lt|le|gt|ge)(?!\w)/y;

function parseBinary(reader: Reader, least: number): Operand | undefined {
  let left = parseUnary(reader);
  while (left) {
    skipSpace(reader);
    const operator = operatorAt(reader);
    if (!operator || ranks[operator] < least) return left;
    take(reader, operatorAhead);
    const right = parseBinary(reader, ranks[operator] + 1);
    if (!right) return undefined;
    const span = { start: left.span.start, end: right.span.end };
    left = { kind: 'binary', operator, left, right, span };
  }
  return left;
}

function operatorAt({ text, offset }: Reader): Operator | undefined {
  operatorAhead.lastIndex = offset;
  const found = operatorAhead.exec(text)?.[0];
  return found === undefined ? undefined : (words[found] ?? (found as Operator));
}

function parseUnary(reader: Reader): Operand | undefined {
  skipSpace(reader);
  const start = reader.offset;
  if (take(reader, /!(?!=)|not(?!\w)/y)) {
    const operand = deeper(reader, () => parseUnary(reader));
    return operand && { kind: 'not', operand, span: spanOf(reader, start, reader.offset) };
  }
  if (!take(reader, /\(/y)) return parseOperand(reader);
  const inside = deeper(reader, () => parseExpression(reader));
  skipSpace(reader);
  if (inside && !take(reader, /\)/y)) {
    return report(reader, l10n.t('This parenthesis is not closed: add a `)`.'), start, reader.offset);
  }
  return inside;
}

function parseSimple(reader: Reader): Operand | undefined {
  const start = reader.offset;
  const first = reader.text.charAt(start);
  if (first === '"' || first === "'") return parseString(reader);
  if (first === '$') return parseReference(reader, parseOperand);
  if (first === '[') return deeper(reader, () => parseList(reader));
  if (first === '{') return deeper(reader, () => parseMap(reader));
  const word = take(reader, /(?:true|false)(?![\w@])/y)?.[0];
  if (word !== undefined) {
    return { kind: 'boolean', value: word === 'true', span: spanOf(reader, start, reader.offset) };
  }
  const number = take(
    reader,
    /-?\d+(?=\.\.)|-?(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?|-?\d+[eE][+-]?\d+|-?\d+/y,
  )?.[0];
  return number === undefined
    ? undefined
    : { kind: 'number', text: number, span: spanOf(reader, start, reader.offset) };
}

function messageFor({ text, offset }: Reader): string {
  const [found] = /^(?:[\w@]+|.)/su.exec(text.slice(offset, offset + 40)) ?? [];
  return found === undefined
    ? l10n.t('A value is missing at the end of the template.')
    : l10n.t(
        'A value is missing before `{0}`: a reference, a text in quotes, a number, a list or a map.',
        found.trim(),
      );
}

const stringAhead = /"(?:[^"]|"")*"|'(?:[^']|'')*'/y;

function parseString(reader: Reader): StringLiteral | undefined {
  const start = reader.offset;
  const [written] = take(reader, stringAhead) ?? [];
  if (written === undefined) {
    const quote = reader.text.charAt(start);
    take(reader, /[^\r\n]*/y);
    return report(reader, l10n.t('This text is not closed: add a `{0}`.', quote), start, reader.offset);
  }
  const span = spanOf(reader, start, reader.offset);
  const { value, offsets } = unquote(written);
  if (!written.startsWith('"') || !/[$#]/.test(value)) return { kind: 'string', value, span };
  const places = offsets.map((offset) => spanOf(reader, start + offset, start + offset).start);
  return { kind: 'string', value, nodes: reader.parseInside(value, places, reader.depth + 1), span };
}

/** Quotes are escaped by doubling them, and in double quotes `\u` begins a code unit; nothing else is. */
function unquote(written: string): { readonly value: string; readonly offsets: readonly number[] } {
  const quote = written.charAt(0);
  const offsets: number[] = [];
  let value = '';
  for (let offset = 1; offset < written.length - 1;) {
    offsets.push(offset);
    const character = written.charAt(offset);
    const isUnit = quote === '"' && character === '\\';
    const unit = isUnit ? /^\\u([\da-fA-F]{4})/.exec(written.slice(offset, offset + 6)) : null;
    value += unit?.[1] ? String.fromCharCode(Number.parseInt(unit[1], 16)) : character;
    offset += unit ? 6 : character === quote ? 2 : 1;
  }
  return { value, offsets: [...offsets, written.length - 1] };
}

function parseList(reader: Reader): Operand | undefined {
  const start = reader.offset++;
  skipSpace(reader);
  const items: Operand[] = [];
  while (!take(reader, /\]/y)) {
    if (items.length > 0 && !take(reader, /,/y)) {
      return report(reader, l10n.t('Between elements stands a comma, behind the last one a `]`.'));
    }
    const item = parseOperand(reader);
    if (!item) return undefined;
    skipSpace(reader);
    if (items.length === 0 && take(reader, /\.\./y)) return parseRange(reader, start, item);
    items.push(item);
  }
  return { kind: 'list', items, span: spanOf(reader, start, reader.offset) };
}

function parseRange(reader: Reader, start: number, from: Operand): Operand | undefined {
  const to = parseOperand(reader);
  if (!to) return undefined;
  skipSpace(reader);
  if (!take(reader, /\]/y)) return report(reader, l10n.t('A range ends with a `]`, as in `[1..3]`.'));
  return { kind: 'range', from, to, span: spanOf(reader, start, reader.offset) };
}

function parseMap(reader: Reader): Operand | undefined {
  const start = reader.offset++;
  skipSpace(reader);
  const entries: [Operand, Operand][] = [];
  while (!take(reader, /\}/y)) {
    if (entries.length > 0 && !take(reader, /,/y)) {
      return report(reader, l10n.t('Between entries stands a comma, behind the last one a `}`.'));
    }
    const key = parseOperand(reader);
    if (!key) return undefined;
    skipSpace(reader);
    if (!take(reader, /:/y)) return report(reader, l10n.t('Between a key and its value stands a `:`.'));
    const value = parseOperand(reader);
    if (!value) return undefined;
    entries.push([key, value]);
    skipSpace(reader);
  }
  return { kind: 'map', entries, span: spanOf(reader, start, reader.offset) };
}
