import * as l10n from '@vscode/l10n';
import type { Access, Operand, Reference } from './node.ts';
import { deeper, type Reader, report, skipSpace, spanOf, take } from './reader.ts';

/** Parses a value at the reader's offset; undefined, and a problem, where there is none. */
export type ParseOperand = (reader: Reader) => Operand | undefined;

/** Parses a reference at the reader's offset; undefined, and nothing taken, where none begins. */
export function parseReference(reader: Reader, parseOperand: ParseOperand): Reference | undefined {
  const start = reader.offset;
  // What looks like `${AWS::Region}` is CloudFormation's, which replaces it before API Gateway gets the template.
  const [head, slashes = '', bang, brace, name = ''] =
    take(reader, /(\\*)\$(!)?(\{)?([a-zA-Z_][\w-]*)(?!::|[\w-])/y) ?? [];
  if (head === undefined) return undefined;
  const from = start + slashes.length;
  const nameSpan = spanOf(reader, reader.offset - name.length, reader.offset);
  const accesses = parseAccesses(reader, parseOperand);
  if (brace && !take(reader, /\}/y)) {
    report(reader, l10n.t('This reference is not closed: add a `}`.'), from, reader.offset);
  }
  return {
    kind: 'reference',
    name,
    nameSpan,
    accesses,
    quiet: bang !== undefined,
    backslashes: slashes.length,
    source: reader.text.slice(from, reader.offset),
    span: spanOf(reader, from, reader.offset),
  };
}

function parseAccesses(reader: Reader, parseOperand: ParseOperand): Access[] {
  const accesses: Access[] = [];
  for (;;) {
    const access = parseIndex(reader, parseOperand) ?? parseProperty(reader, parseOperand);
    if (!access) return accesses;
    accesses.push(access);
  }
}

function parseIndex(reader: Reader, parseOperand: ParseOperand): Access | undefined {
  const start = reader.offset;
  if (!take(reader, /\[/y)) return undefined;
  const index = deeper(reader, () => parseOperand(reader));
  if (!index) return undefined;
  skipSpace(reader);
  if (!take(reader, /\]/y)) {
    return report(reader, l10n.t('This bracket is not closed: add a `]`.'), start, reader.offset);
  }
  return { kind: 'index', index, span: spanOf(reader, start, reader.offset) };
}

function parseProperty(reader: Reader, parseOperand: ParseOperand): Access | undefined {
  const start = reader.offset;
  const [, name] = take(reader, /\.([a-zA-Z][\w-]*)/y) ?? [];
  if (name === undefined) return undefined;
  const span = spanOf(reader, start + 1, reader.offset);
  // What cannot be an argument makes the parenthesis text.
  if (!take(reader, /\((?=\s|["'$[{)\d.-]|true|false)/y)) return { kind: 'property', name, span };
  const found = deeper(reader, () => parseArguments(reader, parseOperand));
  return { kind: 'method', name, arguments: found ?? [], span, whole: spanOf(reader, start, reader.offset) };
}

/** After a mistake, gives what stands before it. */
function parseArguments(reader: Reader, parseOperand: ParseOperand): Operand[] {
  const open = reader.offset - 1;
  const found: Operand[] = [];
  if (take(reader, /\)/y)) return found;
  for (;;) {
    const operand = parseOperand(reader);
    if (!operand) return found;
    found.push(operand);
    skipSpace(reader);
    if (take(reader, /\)/y)) return found;
    if (!take(reader, /,/y)) break;
  }
  if (reader.offset >= reader.text.length) {
    report(reader, l10n.t('This parenthesis is not closed: add a `)`.'), open, reader.offset);
  } else if (/[-+*/%=<>|&!]/.test(reader.text.charAt(reader.offset))) {
    report(reader, l10n.t('A call takes values and references only; compute this in a `#set` first.'));
  } else {
    report(reader, l10n.t('Between arguments stands a comma, behind the last one a `)`.'));
  }
  return found;
}
