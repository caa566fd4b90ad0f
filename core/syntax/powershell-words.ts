import type { Statement, Word } from './shell-script.ts';
import { type WordBuilder, wordBuilder } from './word-builder.ts';

/** Where a reader of PowerShell is. */
export interface PowershellCursor {
  readonly text: string;
  at: number;
  /** The statements up to the closing parenthesis or brace, which is read too. */
  readonly inside: (closer: ')' | '}') => readonly Statement[];
  /** The spelling of a variable where it stood first; PowerShell does not tell upper from lower case. */
  readonly nameOf: (written: string) => string;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  0: '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001B',
  f: '\f',
  v: '\v',
};
const constants: Readonly<Record<string, string>> = { true: 'True', false: 'False', null: '' };
const variable = /\$(?:\{([^}\n]*)\}?|(?:(?:script|global|local|private|using):)?((?:env:)?\w+|[?$^_]))/iy;
const member = /\.(\w+)(\(\))?|\[[\w'"-]*\]/y;

/**
 * Reads one argument of a command, or one value, at the cursor; undefined where none begins.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing
 */
export function readPowershellWord(cursor: PowershellCursor, isValue = false): Word | undefined {
  const { text, at: start } = cursor;
  const word = wordBuilder();
  while (cursor.at < text.length) {
    const character = text.charAt(cursor.at);
    if (/[\s;|&)}]/.test(character) || (isValue && /[,+]/.test(character))) break;
    const isFirst = cursor.at === start;
    if (isFirst && readHereString(cursor, word)) continue;
    if (character === "'") readSingle(cursor, word);
    else if (character === '"') readDouble(cursor, word);
    else if (character === '`') {
      if (/^`[ \t]*(?:\r?\n|$)/.test(text.slice(cursor.at, cursor.at + 50))) break;
      readEscape(cursor, word, 'powershell-plain');
    } else if (isFirst && /^@[\w]/.test(text.slice(cursor.at, cursor.at + 2))) {
      const [whole = '@', name = ''] = /^@(\w+)/.exec(text.slice(start, start + 100)) ?? [];
      cursor.at += whole.length;
      word.piece({
        kind: 'variable',
        name: cursor.nameOf(name),
        span: { start, end: cursor.at },
        spreads: true,
      });
    } else if (isFirst && /^@?\(|^@?\{/.test(text.slice(cursor.at, cursor.at + 2))) readGroup(cursor, word);
    else if (/[<>({]/.test(character)) break;
    else if (!readVariable(cursor, word, true)) {
      word.text(character, cursor.at, cursor.at + 1, 'powershell-plain');
      cursor.at += 1;
    }
  }
  return word.isEmpty() ? undefined : word.word(start, cursor.at);
}

function readSingle(cursor: PowershellCursor, word: WordBuilder): void {
  const { text } = cursor;
  cursor.at += 1;
  word.quote(cursor.at, 'powershell-single');
  while (cursor.at < text.length) {
    const length = text.startsWith("''", cursor.at) ? 2 : 1;
    if (length === 1 && text[cursor.at] === "'") break;
    word.text(text.charAt(cursor.at), cursor.at, cursor.at + length, 'powershell-single');
    cursor.at += length;
  }
  cursor.at = Math.min(text.length, cursor.at + 1);
}

function readDouble(cursor: PowershellCursor, word: WordBuilder): void {
  const { text } = cursor;
  cursor.at += 1;
  word.quote(cursor.at, 'powershell-double');
  while (cursor.at < text.length) {
    const isDoubled = text.startsWith('""', cursor.at);
    if (!isDoubled && text[cursor.at] === '"') break;
    if (text[cursor.at] === '`') readEscape(cursor, word, 'powershell-double');
    else if (isDoubled || !readVariable(cursor, word, false)) {
      word.text(text.charAt(cursor.at), cursor.at, cursor.at + (isDoubled ? 2 : 1), 'powershell-double');
      cursor.at += isDoubled ? 2 : 1;
    }
  }
  cursor.at = Math.min(text.length, cursor.at + 1);
}

function readEscape(
  cursor: PowershellCursor,
  word: WordBuilder,
  spelling: 'powershell-plain' | 'powershell-double',
): void {
  const { text, at } = cursor;
  const escaped = text.charAt(at + 1);
  cursor.at = Math.min(text.length, at + 2);
  if (escaped !== '\n' && escaped !== '\r') word.text(escapes[escaped] ?? escaped, at, cursor.at, spelling);
}

/** The lines between `@'` and `'@`, or `@"` and `"@`. */
function readHereString(cursor: PowershellCursor, word: WordBuilder): boolean {
  const { text, at } = cursor;
  const [opening, quote = ''] = /^@(['"])[ \t]*\r?\n/.exec(text.slice(at, at + 50)) ?? [];
  if (opening === undefined) return false;
  const close = text.indexOf(`\n${quote}@`, at + opening.length - 1);
  const end = close === -1 ? text.length : text[close - 1] === '\r' ? close - 1 : close;
  const spelling = quote === "'" ? 'powershell-raw' : 'powershell-double';
  cursor.at = at + opening.length;
  word.quote(cursor.at, spelling);
  while (cursor.at < end) {
    if (quote === '"' && text[cursor.at] === '`') readEscape(cursor, word, 'powershell-double');
    else if (quote === "'" || !readVariable(cursor, word, false)) {
      word.text(text.charAt(cursor.at), cursor.at, cursor.at + 1, spelling);
      cursor.at += 1;
    }
  }
  cursor.at = close === -1 ? text.length : close + 3;
  return true;
}

/** Reads a variable or what statements give; false where none is written. */
function readVariable(cursor: PowershellCursor, word: WordBuilder, hasMembers: boolean): boolean {
  const { text, at: start } = cursor;
  if (text.startsWith('$(', start)) {
    cursor.at += 2;
    const statements = cursor.inside(')');
    const members = hasMembers ? readMembers(cursor) : {};
    word.piece({ kind: 'output', statements, span: { start, end: cursor.at }, ...members });
    return true;
  }
  variable.lastIndex = start;
  const [whole, braced, bare = ''] = variable.exec(text) ?? [];
  if (whole === undefined) return false;
  cursor.at += whole.length;
  const name = braced ?? bare;
  const constant = constants[name.toLowerCase()];
  if (constant !== undefined) word.text(constant, start, cursor.at, 'powershell-plain');
  else {
    const members = hasMembers ? readMembers(cursor) : {};
    word.piece({ kind: 'variable', name: cursor.nameOf(name), span: { start, end: cursor.at }, ...members });
  }
  return true;
}

/** `(…).Member`, `@(…)`, `@{…}` and `{…}`; what the braces hold is not computed. */
function readGroup(cursor: PowershellCursor, word: WordBuilder): void {
  const { text, at: start } = cursor;
  cursor.at += text[start] === '@' ? 2 : 1;
  const isBlock = text[cursor.at - 1] === '{';
  const statements = cursor.inside(isBlock ? '}' : ')');
  const members = readMembers(cursor);
  const span = { start, end: cursor.at };
  word.piece(isBlock ? { kind: 'unknown', span } : { kind: 'output', statements, span, ...members });
}

function readMembers(cursor: PowershellCursor): { readonly member?: string } {
  const { text, at: start } = cursor;
  let found = '';
  for (;;) {
    member.lastIndex = cursor.at;
    const [whole, , call] = member.exec(text) ?? [];
    if (whole === undefined) break;
    // A method such as `Trim()` changes nothing that matters here.
    if (call === undefined) found += whole;
    cursor.at += whole.length;
  }
  return start === cursor.at || found === '' ? {} : { member: found.replace(/^\./, '') };
}
