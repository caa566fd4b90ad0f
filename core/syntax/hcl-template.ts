import * as l10n from '@vscode/l10n';
import {
  complain,
  endOfLine,
  inBrackets,
  peek,
  skipBlank,
  take,
  takeToken,
  type HclCursor,
} from './hcl-cursor.ts';
import { foldDirectives, type HclMark } from './hcl-directives.ts';
import { readForIntroduction, type ReadExpression } from './hcl-for.ts';
import type { HclPart, HclTemplate } from './hcl-tree.ts';

const escaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const badEscape = String.raw`Terraform knows no such escape and refuses the file; a backslash is written \\, and a dollar sign needs none.`;

/** Reads a quoted text; one that is not closed ends with its line. */
export function readQuoted(cursor: HclCursor, read: ReadExpression): HclTemplate {
  const start = cursor.at;
  cursor.at += 1;
  const marks: HclMark[] = [];
  for (;;) {
    const text = readText(cursor);
    if (text) marks.push(text);
    if (!peek(cursor, /[$%]\{/y)) break;
    marks.push(readSequence(cursor, read));
  }
  const inner = { start: start + 1, end: cursor.at };
  if (!takeToken(cursor, '"'))
    complain(cursor, l10n.t('This " has no closing " on its line.'), { start, end: cursor.at });
  return {
    kind: 'template',
    span: { start, end: cursor.at },
    inner,
    spelling: 'hcl',
    parts: foldDirectives(marks),
  };
}

/** The text up to the end of the line, of the quotes, or to what is put in. */
function readText(cursor: HclCursor): HclMark | undefined {
  const { text, at: start } = cursor;
  const offsets: number[] = [];
  let value = '';
  const add = (piece: string, length: number) => {
    for (let index = 0; index < piece.length; index++) offsets.push(cursor.at);
    value += piece;
    cursor.at += length;
  };
  for (;;) {
    const sign = text[cursor.at];
    if (
      sign === undefined ||
      sign === '"' ||
      sign === '\n' ||
      (sign === '\r' && text[cursor.at + 1] === '\n')
    )
      break;
    if (sign === '\\') {
      const code = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;
      const [whole = '', short, long] = codeAt(cursor, code);
      const point = Number.parseInt(short ?? long ?? '', 16);
      const known = escaped[text[cursor.at + 1] ?? ''];
      if (whole !== '') add(point <= 0x10_ff_ff ? String.fromCodePoint(point) : '\uFFFD', whole.length);
      else if (known === undefined) {
        complain(cursor, badEscape, { start: cursor.at, end: Math.min(cursor.at + 2, text.length) });
        add('\\', 1);
      } else add(known, 2);
    } else if (isDoubled(text, cursor.at)) {
      add(sign, 2);
      add('{', 1);
    } else if ((sign === '$' || sign === '%') && text[cursor.at + 1] === '{') break;
    else add(sign, 1);
  }
  if (cursor.at === start) return undefined;
  const isSource = value.length === cursor.at - start;
  return { kind: 'text', span: { start, end: cursor.at }, value, ...(!isSource && { offsets }) };
}

function codeAt(cursor: HclCursor, pattern: RegExp): readonly (string | undefined)[] {
  pattern.lastIndex = cursor.at;
  return pattern.exec(cursor.text) ?? [];
}

/** `$${` and `%%{` stand for `${` and `%{`. */
function isDoubled(text: string, at: number): boolean {
  return text.startsWith('$${', at) || text.startsWith('%%{', at);
}

/** Reads `${value}` or `%{directive}`. */
export function readSequence(cursor: HclCursor, read: ReadExpression): HclMark {
  const start = cursor.at;
  const isValue = cursor.text[start] === '$';
  cursor.at += 2;
  const trimsBefore = takeToken(cursor, '~');
  const mark = inBrackets(cursor, true, (): HclMark => {
    skipBlank(cursor);
    const word = isValue ? undefined : peek(cursor, /(?:if|else|endif|for|endfor)\b/y);
    const span = { start, end: start };
    if (word === undefined) return { kind: 'value', span, expression: read(cursor) };
    if (word === 'for') return { kind: 'open-for', span, ...readForIntroduction(cursor, read) };
    cursor.at += word.length;
    if (word === 'if') return { kind: 'open-if', span, condition: read(cursor) };
    return { kind: word === 'else' ? 'else' : 'close', span };
  });
  skipBlank(cursor, true);
  const trimsAfter = takeToken(cursor, '~');
  if (!takeToken(cursor, '}')) {
    complain(cursor, l10n.t('This {0} is not closed.', cursor.text.slice(start, start + 2)), {
      start,
      end: start + 2,
    });
    // What was read of other lines is no part of it.
    cursor.at = Math.min(cursor.at, endOfLine(cursor.text, start));
  }
  return { ...mark, span: { start, end: cursor.at }, trimsBefore, trimsAfter };
}

/** The parts of a text that is nothing but a template, such as a string of `.tf.json`. */
export function templateParts(cursor: HclCursor, read: ReadExpression): readonly HclPart[] {
  const marks: HclMark[] = [];
  while (cursor.at < cursor.text.length) {
    const start = cursor.at;
    const value = take(cursor, /(?:[^$%]|\$\$\{|%%\{|[$%](?!\{))+/y);
    if (value === undefined) {
      marks.push(readSequence(cursor, read));
      if (cursor.at === start) return foldDirectives(marks);
    } else marks.push(plainText(value, start));
  }
  return foldDirectives(marks);
}

/** A text without backslashes, of which only doubled signs are escapes. */
export function plainText(source: string, start: number): HclMark & { kind: 'text' } {
  const span = { start, end: start + source.length };
  if (!/\$\$\{|%%\{/.test(source)) return { kind: 'text', span, value: source };
  const offsets: number[] = [];
  let value = '';
  for (let at = 0; at < source.length; at++) {
    offsets.push(start + at);
    value += source[at] ?? '';
    if (isDoubled(source, at)) at += 1;
  }
  return { kind: 'text', span, value, offsets };
}
