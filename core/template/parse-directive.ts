import * as l10n from '@vscode/l10n';
import type { Branch, Node, Operand } from './node.ts';
import { parseExpression, parseOperand } from './parse-operand.ts';
import { parseReference } from './parse-reference.ts';
import { type Reader, recover, report, skipSpace, spanOf, take } from './reader.ts';

/** Parses a block up to one of these directives, which is not taken. */
export type ParseBlock = (reader: Reader, stops: readonly string[]) => readonly Node[];

/** The names of the directives that there are, without those of macros. */
export const directiveNames: ReadonlySet<string> = new Set(
  'set if elseif else end foreach break stop macro define evaluate literal parse include'.split(' '),
);

/** Parses a directive; undefined, and nothing taken, where there is only text. */
export function parseDirective(reader: Reader, parseBlock: ParseBlock): Node | undefined {
  const start = reader.offset;
  if (take(reader, /[ \t]*#(?:set|\{set\}) *\(/y)) return parseSet(reader, start);
  const [head, bracketed, name = bracketed] =
    take(reader, /#(?:\{([a-zA-Z_]\w*)\}|([a-zA-Z_@][\w@]*))/y) ?? [];
  if (head === undefined || name === undefined) return undefined;
  switch (name) {
    case 'end':
    case 'else':
    case 'elseif':
      report(reader, l10n.t('`#{0}` belongs to no `#if` that is open here.', name), start, reader.offset);
      return textOf(reader, start);
    case 'break':
    case 'stop':
      take(reader, /\s*\([^)\n]*\)/y);
      return { kind: name, span: spanOf(reader, start, reader.offset) };
    case 'if':
      return parseIf(reader, start, parseBlock);
    case 'literal':
      return parseLiteral(reader, start, parseBlock);
    default:
      return parseCall(reader, start, name, parseBlock);
  }
}

function parseSet(reader: Reader, start: number): Node {
  skipSpace(reader);
  const target = parseReference(reader, parseOperand);
  if (!target) report(reader, l10n.t('`#set` begins with a reference, as in `#set($x = 1)`.'));
  skipSpace(reader);
  const isAssigned = target && take(reader, /=(?!=)/y);
  if (target && !isAssigned) report(reader, l10n.t('Behind the reference of a `#set` stands a `=`.'));
  const value = isAssigned ? parseExpression(reader) : undefined;
  close(reader, value !== undefined);
  return target && value
    ? { kind: 'set', target, value, span: spanOf(reader, start, reader.offset) }
    : textOf(reader, start);
}

function parseIf(reader: Reader, start: number, parseBlock: ParseBlock): Node {
  const branches: Branch[] = [];
  let condition = parseCondition(reader, 'if', start);
  let isElse = false;
  for (;;) {
    const body = parseBlock(reader, isElse ? ['end'] : ['elseif', 'else', 'end']);
    branches.push(isElse ? { body } : { condition: condition ?? nothing(reader, start), body });
    const from = reader.offset;
    if (take(reader, /#(?:elseif(?![\w@])|\{elseif\})/y)) condition = parseCondition(reader, 'elseif', from);
    else if (take(reader, /#(?:else(?![\w@])|\{else\})(?:[ \t]*(?:\r\n|\r|\n))?/y)) isElse = true;
    else break;
  }
  closeBlock(reader, 'if', start);
  return { kind: 'if', branches, span: spanOf(reader, start, reader.offset) };
}

function parseCondition(reader: Reader, name: string, start: number): Operand | undefined {
  if (!take(reader, /\s*\(/y)) {
    return report(
      reader,
      l10n.t('Behind `#{0}` stands a condition in parentheses.', name),
      start,
      reader.offset,
    );
  }
  const condition = parseExpression(reader);
  close(reader, condition !== undefined);
  return condition;
}

/** `#literal()`, whose body is text as it is written. */
function parseLiteral(reader: Reader, start: number, parseBlock: ParseBlock): Node {
  if (!take(reader, /\s*\(\s*\)(?:[ \t]*(?:\r\n|\r|\n))?/y)) return textOf(reader, start);
  const from = reader.offset;
  parseBlock(reader, ['end']);
  const text = reader.text.slice(from, reader.offset);
  closeBlock(reader, 'literal', start);
  return { kind: 'text', text, span: spanOf(reader, start, reader.offset) };
}

/** A directive or macro with arguments; only macros can do without parentheses. */
function parseCall(reader: Reader, start: number, name: string, parseBlock: ParseBlock): Node {
  const end = reader.offset;
  if (!take(reader, /\s*\(/y)) {
    if (name === 'macro') report(reader, l10n.t('`#macro` needs a name in parentheses.'), start, end);
    const source = reader.text.slice(start, end);
    const span = spanOf(reader, start, end);
    return directiveNames.has(name) || name.startsWith('@')
      ? textOf(reader, start)
      : { kind: 'call', name, arguments: [], source, span };
  }
  const { words, operands } = parseArguments(reader, name);
  const source = reader.text.slice(start, reader.offset);
  const isBlock = name === 'foreach' || name === 'macro' || name === 'define' || name.startsWith('@');
  const body = isBlock ? parseBlock(reader, ['end']) : undefined;
  if (isBlock) closeBlock(reader, name, start);
  const span = spanOf(reader, start, reader.offset);
  const [first, second] = operands;
  const variable = first?.kind === 'reference' ? first.name : undefined;
  switch (name) {
    case 'foreach':
      if (variable === undefined || !second || words[0] !== 'in') {
        report(reader, l10n.t('`#foreach` is written `#foreach($one in $all)`.'), start, end);
        return textOf(reader, start);
      }
      return { kind: 'foreach', variable, list: second, body: body ?? [], span };
    case 'define':
      if (variable !== undefined) return { kind: 'define', name: variable, body: body ?? [], span };
      report(reader, l10n.t('`#define` is written `#define($name)`.'), start, end);
      return textOf(reader, start);
    case 'macro': {
      const parameters = operands.flatMap((one) => (one.kind === 'reference' ? [one.name] : []));
      if (words[0] !== undefined)
        return { kind: 'macro', name: words[0], parameters, body: body ?? [], span };
      report(reader, l10n.t('`#macro` begins with a name, as in `#macro(name $parameter)`.'), start, end);
      return textOf(reader, start);
    }
    case 'evaluate':
      return first ? { kind: 'evaluate', value: first, span } : textOf(reader, start);
    case 'parse':
    case 'include':
      return { kind: 'load', span };
    default:
      return {
        kind: 'call',
        name: name.replace(/^@/, ''),
        arguments: operands,
        ...(body && { body }),
        source,
        span,
      };
  }
}

/** Arguments of directives stand with spaces or commas between them; after a mistake, those before it. */
function parseArguments(
  reader: Reader,
  name: string,
): { readonly words: readonly string[]; readonly operands: readonly Operand[] } {
  const words: string[] = [];
  const operands: Operand[] = [];
  for (;;) {
    take(reader, /\s*,?\s*/y);
    if (take(reader, /\)(?:[ \t]*(?:\r\n|\r|\n))?/y)) return { words, operands };
    const isFirst = words.length + operands.length === 0;
    const mayBeWord = name === 'macro' ? isFirst : name === 'foreach' || !directiveNames.has(name);
    const word = mayBeWord ? take(reader, /(?!(?:true|false)\b)[a-zA-Z_][\w@]*/y)?.[0] : undefined;
    if (word !== undefined) {
      words.push(word);
      continue;
    }
    const operand = parseOperand(reader);
    if (!operand) {
      recover(reader);
      return { words, operands };
    }
    operands.push(operand);
    if (name === 'foreach' && operands.length === 2) {
      close(reader, true);
      return { words, operands };
    }
  }
}

/** Takes the parenthesis that ends a directive, with the line that it ends. */
function close(reader: Reader, isWell: boolean): void {
  const end = reader.offset;
  if (isWell && take(reader, /\s*\)(?:[ \t]*(?:\r\n|\r|\n))?/y)) return;
  if (isWell) {
    take(reader, /[ \t]*/y);
    // Where the line ends too early, the mistake is in it and not where it shows.
    if (/^[\r\n]/.test(reader.text.slice(reader.offset, reader.offset + 1))) reader.offset = end;
    report(reader, messageForRest(reader));
  }
  recover(reader);
}

function messageForRest({ text, offset }: Reader): string {
  if (/^(?:[\r\n]|$)/.test(text.slice(offset, offset + 1))) return l10n.t('A `)` is missing here.');
  return /^-\.?\d/.test(text.slice(offset, offset + 3))
    ? l10n.t('This is read as a negative number: put a space behind the `-`.')
    : l10n.t('Here stands an operator or the `)` that ends the directive.');
}

function closeBlock(reader: Reader, name: string, start: number): void {
  if (take(reader, /#(?:end(?![\w@])|\{end\})(?:[ \t]*(?:\r\n|\r|\n))?/y)) return;
  report(reader, l10n.t('`#{0}` has no `#end`.', name), start, start + name.length + 1);
}

function textOf(reader: Reader, start: number): Node {
  const text = reader.text.slice(start, reader.offset);
  return { kind: 'text', text, span: spanOf(reader, start, reader.offset) };
}

/** Stands for a condition that could not be understood; the template is not rendered then. */
function nothing(reader: Reader, start: number): Operand {
  return { kind: 'boolean', value: false, span: spanOf(reader, start, reader.offset) };
}
