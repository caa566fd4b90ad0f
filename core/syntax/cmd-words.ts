import type { Word } from './shell-script.ts';
import { type WordBuilder, wordBuilder } from './word-builder.ts';

/** Where a reader of a batch file is. */
export interface CmdCursor {
  readonly text: string;
  at: number;
  /** What is read ends here. */
  end: number;
  /** In the command of `for /f`, where `^|` is a pipe. */
  isInFor: boolean;
  /** `!NAME!` is a variable too. */
  readonly isDelayed: boolean;
  /** The spelling of a variable where it stood first; cmd does not tell upper from lower case. */
  readonly nameOf: (written: string) => string;
}

const variable = /%%~?[a-z]*?([a-z])(?![a-z])|%~?[a-z]*?(\d|\*)|%([^%\r\n:=]+)(:[^%\r\n]*)?%/iy;
const delayed = /!([^!\r\n:=]+)!/y;

/**
 * Reads one argument at the cursor as cmd gives it to a program, and programs divide it; undefined where none begins.
 * Single quotes are characters like any other. A `)` ends it inside of parentheses only.
 * https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function readCmdWord(cursor: CmdCursor, isInParentheses: boolean): Word | undefined {
  const { text, at: start } = cursor;
  const word = wordBuilder();
  let isQuoted = false;
  while (cursor.at < cursor.end) {
    const { at } = cursor;
    const character = text.charAt(at);
    if (/[\r\n]/.test(character)) break;
    const spelling = isQuoted ? 'cmd-double' : 'cmd-plain';
    const [backslashes = ''] = /^\\*(?=")/.exec(text.slice(at, at + 40)) ?? [];
    if (!isQuoted && (/[\s&|<>]/.test(character) || (character === ')' && isInParentheses))) break;
    if (backslashes !== '') {
      const escaped = '\\'.repeat(backslashes.length / 2) + (backslashes.length % 2 === 1 ? '"' : '');
      for (const one of escaped) {
        word.text(one, cursor.at, cursor.at + 2, spelling);
        cursor.at += 2;
      }
    } else if (isQuoted && text.startsWith('""', at)) {
      word.text('"', at, at + 2, spelling);
      cursor.at += 2;
    } else if (character === '"') {
      isQuoted = !isQuoted;
      cursor.at += 1;
      if (isQuoted) word.quote(cursor.at, 'cmd-double');
    } else if (character === '^' && !isQuoted) {
      if (/[\r\n]/.test(text.charAt(at + 1)) || (cursor.isInFor && /[&|<>]/.test(text.charAt(at + 1)))) break;
      word.text(text.charAt(at + 1), at, Math.min(at + 2, cursor.end), 'cmd-plain');
      cursor.at = Math.min(at + 2, cursor.end);
    } else if (!readVariable(cursor, word)) {
      const length = text.startsWith('%%', at) ? 2 : 1;
      word.text(character, at, at + length, spelling);
      cursor.at += length;
    }
  }
  return word.isEmpty() ? undefined : word.word(start, cursor.at);
}

/** All text up to the cursor's end, with its variables, as the value of `set`. */
export function readCmdValue(cursor: CmdCursor): Word {
  const start = cursor.at;
  const word = wordBuilder();
  if (start === cursor.end) word.quote(start, 'cmd-plain');
  while (cursor.at < cursor.end) {
    const escape = cursor.text[cursor.at] === '^' ? 1 : 0;
    if (escape === 0 && readVariable(cursor, word)) continue;
    word.text(cursor.text.charAt(cursor.at + escape), cursor.at, cursor.at + escape + 1, 'cmd-plain');
    cursor.at += escape + 1;
  }
  return word.word(start, cursor.end);
}

/** Reads `%NAME%`, `%1`, `%%i` or `!NAME!`; false where none is written. */
function readVariable(cursor: CmdCursor, word: WordBuilder): boolean {
  const { text, at: start, end } = cursor;
  const pattern =
    text[start] === '%' ? variable : cursor.isDelayed && text[start] === '!' ? delayed : undefined;
  if (!pattern) return false;
  pattern.lastIndex = start;
  const [whole, first, counted, named, change] = pattern.exec(text) ?? [];
  if (whole === undefined || start + whole.length > end) return false;
  cursor.at += whole.length;
  const span = { start, end: cursor.at };
  const name = pattern === delayed ? first : (named ?? counted);
  if (change !== undefined) word.piece({ kind: 'unknown', span });
  else
    word.piece({
      kind: 'variable',
      name: name === undefined ? `%${first ?? ''}` : cursor.nameOf(name),
      span,
    });
  return true;
}
