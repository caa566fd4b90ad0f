import type { Word, Statement } from './shell-script.ts';
import { wordBuilder, type WordBuilder } from './word-builder.ts';

/** Where a reader of shell texts is. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** What is read ends here. */
  readonly end: number;
  /** How many command substitutions it is inside of. */
  readonly depth: number;
}

/** Reads the statements inside `$(…)` or backticks; handed in, because statements have words and words have statements. */
export type ReadStatements = (cursor: Cursor) => readonly Statement[];

const name = /[A-Za-z_]\w*|[0-9@*#?$!-]/y;
const ansiEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  e: '\u001B',
  f: '\f',
  v: '\v',
};
const isBreak = /[\s;&|<>()]/;

/** Deeper command substitutions are unknown, so that reading may recurse. */
const deepest = 40;

/**
 * Reads one word of a POSIX shell, with what Bash adds, at the cursor; undefined where none begins.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html
 */
export function readShellWord(cursor: Cursor, readStatements: ReadStatements): Word | undefined {
  const { text, end } = cursor;
  const start = cursor.at;
  const word = wordBuilder();
  while (cursor.at < end) {
    const character = text.charAt(cursor.at);
    if (isBreak.test(character)) break;
    if (character === "'") readSingle(cursor, word);
    else if (character === '"') readDouble(cursor, word, readStatements);
    else if (character === '\\') readEscape(cursor, word);
    else if (character === '$' && text[cursor.at + 1] === "'") readAnsi(cursor, word);
    else if (!readExpansion(cursor, word, readStatements)) {
      word.text(character, cursor.at, cursor.at + 1, 'shell-plain');
      cursor.at += 1;
    }
  }
  return word.isEmpty() && cursor.at === start ? undefined : word.word(start, cursor.at);
}

/** `'it'\''s'` is one text: the four characters in its middle are how a quote is written there. */
function readSingle(cursor: Cursor, word: WordBuilder): void {
  const { text, end } = cursor;
  cursor.at += 1;
  word.quote(cursor.at, 'shell-single');
  while (cursor.at < end) {
    if (text.startsWith(String.raw`'\''`, cursor.at) && cursor.at + 4 <= end) {
      word.text("'", cursor.at, cursor.at + 4, 'shell-single');
      cursor.at += 4;
    } else if (text[cursor.at] === "'") {
      cursor.at += 1;
      return;
    } else {
      word.text(text.charAt(cursor.at), cursor.at, cursor.at + 1, 'shell-single');
      cursor.at += 1;
    }
  }
}

function readDouble(cursor: Cursor, word: WordBuilder, readStatements: ReadStatements): void {
  const { text, end } = cursor;
  cursor.at += 1;
  word.quote(cursor.at, 'shell-double');
  while (cursor.at < end) {
    const character = text.charAt(cursor.at);
    if (character === '"') {
      cursor.at += 1;
      return;
    }
    if (character === '\\' && /["$`\\\n]/.test(text.charAt(cursor.at + 1))) {
      if (text[cursor.at + 1] !== '\n')
        word.text(text.charAt(cursor.at + 1), cursor.at, cursor.at + 2, 'shell-double');
      cursor.at += 2;
    } else if (!readExpansion(cursor, word, readStatements)) {
      word.text(character, cursor.at, cursor.at + 1, 'shell-double');
      cursor.at += 1;
    }
  }
}

function readEscape(cursor: Cursor, word: WordBuilder): void {
  const { text, at } = cursor;
  const next = /^\r?\n/.exec(text.slice(at + 1, at + 3))?.[0];
  if (next === undefined) word.text(text.charAt(at + 1), at, Math.min(at + 2, cursor.end), 'shell-plain');
  cursor.at = Math.min(cursor.end, at + 1 + (next?.length ?? 1));
}

function readAnsi(cursor: Cursor, word: WordBuilder): void {
  const { text, end } = cursor;
  cursor.at += 2;
  word.quote(cursor.at, 'shell-ansi');
  while (cursor.at < end && text[cursor.at] !== "'") {
    const start = cursor.at;
    const [escape = ''] =
      /^\\(?:x[\dA-Fa-f]{1,2}|u[\dA-Fa-f]{1,4}|[0-7]{1,3}|[^])/.exec(
        text.slice(start, Math.min(start + 6, end)),
      ) ?? [];
    cursor.at = start + (escape.length || 1);
    word.text(escape ? ansi(escape.slice(1)) : text.charAt(start), start, cursor.at, 'shell-ansi');
  }
  cursor.at = Math.min(end, cursor.at + 1);
}

function ansi(escape: string): string {
  const code = /^[xu](.+)$/.exec(escape)?.[1];
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  if (/^[0-7]/.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8));
  return ansiEscapes[escape] ?? escape;
}

/** Reads a variable or what a command prints; false where none is written. */
function readExpansion(cursor: Cursor, word: WordBuilder, readStatements: ReadStatements): boolean {
  const { text, at: start, end } = cursor;
  if (text[start] === '`') {
    const close = closingBacktick(text, start + 1, end);
    cursor.at = Math.min(close + 1, end);
    word.piece({
      kind: 'output',
      statements: inside(cursor, start + 1, close, readStatements),
      span: { start, end: cursor.at },
    });
    return true;
  }
  if (text[start] !== '$') return false;
  if (text.startsWith('$((', start)) {
    const close = text.indexOf('))', start);
    cursor.at = close === -1 || close + 2 > end ? end : close + 2;
    word.piece({ kind: 'unknown', span: { start, end: cursor.at } });
    return true;
  }
  if (text[start + 1] === '(') {
    const within: Cursor = { text, at: start + 2, end, depth: cursor.depth + 1 };
    const statements = within.depth > deepest ? [] : readStatements(within);
    cursor.at = Math.min(within.depth > deepest ? end : within.at + (text[within.at] === ')' ? 1 : 0), end);
    word.piece({ kind: 'output', statements, span: { start, end: cursor.at } });
    return true;
  }
  if (text[start + 1] === '{') {
    readBraced(cursor, word, readStatements);
    return true;
  }
  name.lastIndex = start + 1;
  const found = name.exec(text)?.[0];
  if (found === undefined || start + 1 + found.length > end) return false;
  cursor.at = start + 1 + found.length;
  word.piece({
    kind: 'variable',
    name: found,
    span: { start, end: cursor.at },
    ...(/^[@*]$/.test(found) && { spreads: true }),
  });
  return true;
}

/** `${NAME}`, `${NAME:-fallback}`, `${NAME[@]}`; what else the braces may do to a value is not computed. */
function readBraced(cursor: Cursor, word: WordBuilder, readStatements: ReadStatements): void {
  const { text, at: start, end } = cursor;
  const close = closingBrace(text, start + 2, end);
  const content = text.slice(start + 2, close);
  cursor.at = Math.min(close + 1, end);
  const span = { start, end: cursor.at };
  const [whole, variable = '', list, operator] =
    /^([A-Za-z_]\w*|\d+|[@*])(\[[@*]\])?(:?[-=])?/.exec(content) ?? [];
  const rest = content.slice(whole?.length);
  if (operator !== undefined && cursor.depth < deepest) {
    const from = start + 2 + (whole?.length ?? 0);
    const fallback = readFallback({ text, at: from, end: close, depth: cursor.depth + 1 }, readStatements);
    word.piece({ kind: 'variable', name: variable, span, fallback });
  } else if (variable !== '' && rest === '') {
    word.piece({
      kind: 'variable',
      name: variable,
      span,
      ...((list ?? /^[@*]$/.test(variable)) && { spreads: true }),
    });
  } else
    word.piece(
      /^[\w.[\]'"-]+$/.test(content) ? { kind: 'variable', name: content, span } : { kind: 'unknown', span },
    );
}

/** A word of all the text up to the cursor's end, its quotes removed. */
function readFallback(cursor: Cursor, readStatements: ReadStatements): Word {
  const word = wordBuilder();
  const start = cursor.at;
  word.quote(start, 'shell-plain');
  while (cursor.at < cursor.end) {
    const character = cursor.text.charAt(cursor.at);
    if (character === "'") readSingle(cursor, word);
    else if (character === '"') readDouble(cursor, word, readStatements);
    else if (!readExpansion(cursor, word, readStatements)) {
      word.text(character, cursor.at, cursor.at + 1, 'shell-plain');
      cursor.at += 1;
    }
  }
  return word.word(start, cursor.end);
}

/** The text of a here-document, up to the cursor's end: as it is, or with its variables. */
export function readExpandedText(
  cursor: Cursor,
  spelling: 'shell-raw' | 'shell-heredoc',
  readStatements: ReadStatements,
): Word {
  const { text, at: start, end } = cursor;
  const word = wordBuilder();
  word.quote(start, spelling);
  while (cursor.at < end) {
    const isEscape = spelling === 'shell-heredoc' && /^\\[$`\\]/.test(text.slice(cursor.at, cursor.at + 2));
    if (spelling === 'shell-heredoc' && readExpansion(cursor, word, readStatements)) continue;
    const length = isEscape ? 2 : 1;
    word.text(text.charAt(cursor.at + length - 1), cursor.at, Math.min(end, cursor.at + length), spelling);
    cursor.at = Math.min(end, cursor.at + length);
  }
  return word.word(start, end);
}

function inside(
  cursor: Cursor,
  at: number,
  end: number,
  readStatements: ReadStatements,
): readonly Statement[] {
  const depth = cursor.depth + 1;
  return depth > deepest ? [] : readStatements({ text: cursor.text, at, end, depth });
}

function closingBacktick(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') return at;
  }
  return end;
}

function closingBrace(text: string, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at++) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith('${', at)) depth += 1;
    else if (text[at] === '}' && --depth === 0) return at;
    // A brace that is not closed ends with its line, so that what follows is still read.
    else if (text[at] === '\n') return at;
  }
  return end;
}
