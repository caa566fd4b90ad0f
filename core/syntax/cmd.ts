import { type CmdCursor, readCmdValue, readCmdWord } from './cmd-words.ts';
import type { Command, Input, Script, Statement, Word } from './shell-script.ts';

const started = /\b(?:aws(?:\.exe|local)?|set|call|for|echo|goto|exit|if)\b|\(/giy;

/** Deeper statements are left out, so that reading may recurse. */
const deepest = 60;

/** Understands a batch file of cmd, whatever it looks like. */
export function readCmd(text: string): Script {
  const names = new Map<string, string>();
  let nesting = 0;
  let parentheses = 0;
  const cursor: CmdCursor = {
    text,
    at: 0,
    end: text.length,
    isInFor: false,
    isDelayed: /\benabledelayedexpansion\b/i.test(text),
    nameOf(written) {
      const key = written.toUpperCase();
      const name = names.get(key) ?? written;
      names.set(key, name);
      return name;
    },
  };
  return { statements: statementsTo(false) };

  function statementsTo(closes: boolean): Statement[] {
    if (nesting >= deepest) cursor.at = cursor.end;
    nesting += 1;
    if (closes) parentheses += 1;
    const found: Statement[] = [];
    for (skipBlanks(); cursor.at < cursor.end; skipBlanks()) {
      const start = cursor.at;
      if (closes && text[start] === ')') {
        cursor.at += 1;
        break;
      }
      found.push(...statement());
      if (cursor.at === start) cursor.at += 1;
    }
    if (closes) parentheses -= 1;
    nesting -= 1;
    return found;
  }

  function statement(): readonly Statement[] {
    if (matches(/@+\s*/y)) return [];
    if (matches(/(?:rem\b|:)[^\n]*/iy)) return [];
    if (matches(/\(/y)) return statementsTo(true);
    if (matches(/(?:else|call)\b/iy)) return [];
    if (matches(/if\b/iy)) {
      skipCondition();
      return [];
    }
    if (matches(/set\s+/iy)) return assignment();
    if (matches(/for\s+(?=\/f)/iy)) return loopOverOutput();
    if (matches(/for\s+(?=%%)/iy)) return loop();
    const command = readCommand();
    return command ? [command] : [];
  }

  /** What follows the condition is read as if it were run. */
  function skipCondition(): void {
    const lineEnd = endOfLine();
    while (cursor.at < lineEnd) {
      started.lastIndex = cursor.at;
      if (started.test(text)) return;
      cursor.at += 1;
    }
  }

  /** `set NAME=value`, `set "NAME=value"`, and `set /p NAME=<file`. */
  function assignment(): Statement[] {
    const start = cursor.at;
    const isAsked = matches(/\/p\s+/iy);
    if (!isAsked && matches(/\/a[^\n&|)]*/iy)) return [];
    const isQuoted = matches(/"/y);
    const [, name] = matchAt(/([^=\s"&|<>()]+)=/y) ?? [];
    if (name === undefined) return [];
    if (isAsked && matches(/\s*(?=<)/y)) return [assigned(start, name, outputOfFile())];
    const rest = text.slice(cursor.at, endOfLine());
    const [value = ''] =
      (isQuoted ? /^.*(?=")|^.*/ : parentheses > 0 ? /^[^&|<>)]*/ : /^[^&|<>]*/).exec(rest) ?? [];
    const end = cursor.end;
    cursor.end = cursor.at + (isQuoted ? value : value.trimEnd()).length;
    const word = isAsked
      ? {
          span: { start: cursor.at, end: cursor.end },
          pieces: [{ kind: 'unknown' as const, span: { start: cursor.at, end: cursor.end } }],
        }
      : readCmdValue(cursor);
    cursor.at = cursor.end;
    cursor.end = end;
    matches(/"/y);
    return [assigned(start, name, word)];
  }

  function assigned(start: number, name: string, word: Word): Statement {
    return {
      kind: 'assignment',
      name: cursor.nameOf(name),
      words: [word],
      isList: false,
      span: { start, end: cursor.at },
    };
  }

  function outputOfFile(): Word {
    const start = cursor.at;
    const command = readCommand();
    const span = { start, end: cursor.at };
    return { span, pieces: command ? [{ kind: 'output', statements: [command], span }] : [] };
  }

  /** `for /f "options" %%i in ('command') do …`: `%%i` is what the command prints. */
  function loopOverOutput(): readonly Statement[] {
    const start = cursor.at;
    const [whole, name = '', quote] =
      matchAt(/\/f\s+(?:"[^"\n]*"\s+)?%%~?([a-z])\s+in\s+\(\s*(['`"]?)/iy) ?? [];
    if (whole === undefined) return [];
    const lineEnd = text.slice(cursor.at).search(/[^^\s]\s*\)\s*do\b/i);
    const close = lineEnd === -1 ? endOfLine() : cursor.at + lineEnd;
    const from = cursor.at;
    const end = cursor.end;
    cursor.end = Math.max(from, quote === '' ? close + 1 : close);
    cursor.isInFor = true;
    const statements = quote === '"' ? [] : statementsTo(false);
    cursor.isInFor = false;
    cursor.at = cursor.end;
    cursor.end = end;
    matches(/['`"]?\s*\)\s*/y);
    const span = { start: from, end: cursor.at };
    const word: Word = { span, pieces: [{ kind: 'output', statements, span }] };
    return finishLoop(start, name, [word]);
  }

  /** `for %%i in (a b) do …`. */
  function loop(): readonly Statement[] {
    const start = cursor.at;
    const [whole, name = ''] = matchAt(/%%~?([a-z])\s+in\s+\(/iy) ?? [];
    if (whole === undefined) return [];
    const words: Word[] = [];
    for (;;) {
      skipSpaces();
      while (matches(/[,;]\s*/y)) skipSpaces();
      const word = readCmdWord(cursor, true);
      if (!word) break;
      words.push(word);
    }
    matches(/\s*\)\s*/y);
    return finishLoop(start, name, words);
  }

  function finishLoop(start: number, name: string, words: readonly Word[]): readonly Statement[] {
    matches(/do\s+/iy);
    skipSpaces();
    const body: Statement[] = [];
    nesting += 1;
    do {
      if (nesting < deepest && cursor.at < cursor.end) body.push(...statement());
      skipSpaces();
    } while (matches(/&+\s*/y));
    nesting -= 1;
    return [{ kind: 'loop', name: `%${name}`, words, body, span: { start, end: cursor.at } }];
  }

  function readCommand(): Command | undefined {
    const start = cursor.at;
    const words: Word[] = [];
    const given: { input?: Input; into?: Word } = {};
    let end = start;
    for (;;) {
      skipSpaces();
      const [redirection] = matchAt(/\^?\d?\^?(?:>>?(?:&\d)?|<)/y) ?? [];
      skipSpaces();
      const word = readCmdWord(cursor, parentheses > 0);
      if (redirection === undefined) {
        if (!word) break;
        words.push(word);
      } else if (word && redirection.endsWith('<')) given.input = { kind: 'file', word };
      else if (word && /^\^?1?\^?>/.test(redirection)) given.into = word;
      end = cursor.at;
    }
    if (words.length === 0 && !given.input) return undefined;
    const next = piped();
    const span = { start, end: next?.span.end ?? end };
    return { kind: 'command', words, span, ...given, ...(next && { next }) };
  }

  /** Inside of `for /f`, the `|` is written `^|`. */
  function piped(): Command | undefined {
    if (nesting >= deepest || !matches(/\^?\|(?!\|)\s*/y)) return undefined;
    nesting += 1;
    const command = readCommand();
    nesting -= 1;
    return command;
  }

  function matchAt(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = cursor.at;
    const found = cursor.at < cursor.end ? pattern.exec(text) : null;
    if (!found) return undefined;
    cursor.at = Math.min(cursor.end, cursor.at + found[0].length);
    return found;
  }

  function matches(pattern: RegExp): boolean {
    return matchAt(pattern) !== undefined;
  }

  function endOfLine(): number {
    const found = text.indexOf('\n', cursor.at);
    return found === -1 ? cursor.end : Math.min(found, cursor.end);
  }

  /** Blanks, and line breaks behind a caret. */
  function skipSpaces(): void {
    matches(/(?:[ \t]|\^\r?\n)+/y);
  }

  function skipBlanks(): void {
    matches(/(?:[\s&|]|\^\r?\n)+/y);
  }
}
