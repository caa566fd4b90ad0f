import type { Assignment, Command, Input, Script, Statement, Word } from './shell-script.ts';
import { type Cursor, readExpandedText, readShellWord } from './shell-words.ts';

/** Words that only open, divide or close what other statements stand in. */
const dividers = new Set('if then elif else fi while until ! time done esac } in'.split(' '));
const declarations = new Set(['export', 'local', 'declare', 'readonly', 'typeset']);
const procedureHead = /(?:function\s+([\w.:-]+)\s*(?:\(\s*\))?|([\w.:-]+)\s*\(\s*\))\s*/y;

/** Deeper statements are left out, so that reading may recurse. */
const deepest = 100;

/** Understands a script of a POSIX shell, Bash or Zsh, whatever it looks like. */
export function readShell(text: string): Script {
  /** By the end of a line: the end of the here-documents behind it. */
  const skips = new Map<number, number>();
  let nesting = 0;
  return { statements: statementsTo({ text, at: 0, end: text.length, depth: 0 }, '') };

  /** Reads up to the word or parenthesis that closes what the statements stand in, or to the end. */
  function statementsTo(cursor: Cursor, closer: string): Statement[] {
    if (nesting >= deepest) cursor.at = cursor.end;
    nesting += 1;
    const found: Statement[] = [];
    for (skipBlanks(cursor); cursor.at < cursor.end; skipBlanks(cursor)) {
      const start = cursor.at;
      if (
        closer !== '' &&
        ((text.startsWith(closer, start) && /\W/.test(closer)) || bareAt(cursor) === closer)
      ) {
        if (closer !== ')') cursor.at += closer.length;
        break;
      }
      found.push(...statement(cursor, bareAt(cursor)));
      if (cursor.at === start) cursor.at += 1;
    }
    nesting -= 1;
    return found;
  }

  /** What stands in parentheses; the closing one is left to read. */
  function within(cursor: Cursor): Statement[] {
    return statementsTo(cursor, ')');
  }

  function statement(cursor: Cursor, bare: string): readonly Statement[] {
    if (text.startsWith('((', cursor.at)) return skip(cursor, '))');
    if (bare === '[[') return skip(cursor, ' ]]');
    if (text[cursor.at] === '(') {
      const start = cursor.at;
      cursor.at += 1;
      const body = within(cursor);
      return [{ kind: 'group', body, span: { start, end: cursor.at } }];
    }
    if (bare === 'for' || bare === 'select') return loop(cursor);
    if (bare === 'case') return cases(cursor);
    if (bare === 'do' || bare === '{') return block(cursor);
    procedureHead.lastIndex = cursor.at;
    const head = /[\w.:-]/.test(text.charAt(cursor.at)) && procedureHead.exec(text);
    if (head) return procedure(cursor, head[1] ?? head[2] ?? '', head[0].length);
    if (!dividers.has(bare)) return simple(cursor);
    cursor.at += bare.length;
    return [];
  }

  function skip(cursor: Cursor, closer: string): [] {
    const close = text.indexOf(closer, cursor.at);
    const lineEnd = text.indexOf('\n', cursor.at);
    const isClosed = close !== -1 && (lineEnd === -1 || close < lineEnd);
    cursor.at = Math.min(
      cursor.end,
      isClosed ? close + closer.length : lineEnd === -1 ? cursor.end : lineEnd,
    );
    return [];
  }

  function block(cursor: Cursor): Statement[] {
    const isLoop = bareAt(cursor) === 'do';
    cursor.at += isLoop ? 2 : 1;
    return statementsTo(cursor, isLoop ? 'done' : '}');
  }

  function procedure(cursor: Cursor, name: string, headLength: number): Statement[] {
    const start = cursor.at;
    cursor.at = Math.min(cursor.end, start + headLength);
    const body = bareAt(cursor) === '{' ? block(cursor) : [];
    return [{ kind: 'procedure', name, parameters: [], body, span: { start, end: cursor.at } }];
  }

  /** `for NAME in WORDS; do …; done`; a loop that counts is run once. */
  function loop(cursor: Cursor): Statement[] {
    const start = cursor.at;
    cursor.at += bareAt(cursor).length;
    skipSpaces(cursor);
    const name = bareAt(cursor);
    if (!/^\w+$/.test(name)) return [];
    cursor.at += name.length;
    skipSpaces(cursor);
    const words: Word[] = [];
    if (bareAt(cursor) === 'in') {
      cursor.at += 2;
      for (let word = wordAt(cursor); word; word = wordAt(cursor)) words.push(word);
    }
    while (cursor.at < cursor.end && /[\s;]/.test(text.charAt(cursor.at))) cursor.at += 1;
    const body = bareAt(cursor) === 'do' ? block(cursor) : [];
    return [{ kind: 'loop', name, words, body, span: { start, end: cursor.at } }];
  }

  /** All cases, as if each were chosen. */
  function cases(cursor: Cursor): Statement[] {
    const ahead = () => text.slice(cursor.at, Math.min(cursor.end, cursor.at + 500));
    const header = /^case[^\n]*?\sin\s/.exec(ahead())?.[0];
    cursor.at += header?.length ?? 4;
    if (header === undefined) return [];
    const found: Statement[] = [];
    while (cursor.at < cursor.end) {
      skipBlanks(cursor);
      const pattern = bareAt(cursor) === 'esac' ? undefined : /^[^\n)]*\)/.exec(ahead())?.[0];
      if (pattern === undefined) break;
      cursor.at += pattern.length;
      found.push(...statementsTo(cursor, ';;'));
    }
    return found;
  }

  function simple(cursor: Cursor): readonly Statement[] {
    const assigned: Statement[] = [];
    for (let one = assignment(cursor); one; one = assignment(cursor)) assigned.push(one);
    const start = cursor.at;
    const words: Word[] = [];
    const given: { input?: Input; into?: Word } = {};
    let end = start;
    for (;;) {
      skipSpaces(cursor);
      const [first] = words;
      const isDeclaration = first && declarations.has(text.slice(first.span.start, first.span.end));
      const declared = isDeclaration ? assignment(cursor) : undefined;
      if (declared) assigned.push(declared);
      else if (!redirect(cursor, given)) {
        const word = readShellWord(cursor, within);
        if (!word) break;
        words.push(word);
      }
      end = cursor.at;
    }
    const next = piped(cursor);
    if (words.length === 0) return assigned;
    const span = { start, end: next?.span.end ?? end };
    return [...assigned, { kind: 'command', words, span, ...given, ...(next && { next }) }];
  }

  /** What reads the output of the command before; blanks and line breaks may stand behind the `|`. */
  function piped(cursor: Cursor): Command | undefined {
    if (text[cursor.at] !== '|' || text[cursor.at + 1] === '|' || cursor.at >= cursor.end) return undefined;
    cursor.at += text[cursor.at + 1] === '&' ? 2 : 1;
    skipBlanks(cursor);
    if (nesting >= deepest || dividers.has(bareAt(cursor)) || bareAt(cursor) === '{') return undefined;
    nesting += 1;
    const command = simple(cursor).find((one) => one.kind === 'command');
    nesting -= 1;
    return command;
  }

  function assignment(cursor: Cursor): Assignment | undefined {
    skipSpaces(cursor);
    const start = cursor.at;
    const [head, name, plus] =
      /^(\w+)(\+?)=/.exec(text.slice(start, Math.min(cursor.end, start + 200))) ?? [];
    if (head === undefined || name === undefined || /^\d/.test(name)) return undefined;
    cursor.at += head.length;
    const isList = text[cursor.at] === '(' && cursor.at < cursor.end;
    const words = isList
      ? listOfWords(cursor)
      : [readShellWord(cursor, within) ?? { span: { start: cursor.at, end: cursor.at }, pieces: [] }];
    return {
      kind: 'assignment',
      name,
      words,
      isList,
      span: { start, end: cursor.at },
      ...(plus && { adds: true }),
    };
  }

  function listOfWords(cursor: Cursor): Word[] {
    const words: Word[] = [];
    cursor.at += 1;
    for (skipBlanks(cursor); cursor.at < cursor.end && text[cursor.at] !== ')'; skipBlanks(cursor)) {
      const word = readShellWord(cursor, within);
      if (word) words.push(word);
      else cursor.at += 1;
    }
    cursor.at = Math.min(cursor.end, cursor.at + 1);
    return words;
  }

  function redirect(cursor: Cursor, given: { input?: Input; into?: Word }): boolean {
    const [whole, operator = ''] =
      /^(?:\d|&)?(<<<|<<-?|>>|>&|<&|>\||[<>])(?!\()/.exec(
        text.slice(cursor.at, Math.min(cursor.end, cursor.at + 5)),
      ) ?? [];
    if (whole === undefined) return false;
    cursor.at += whole.length;
    const word = wordAt(cursor);
    if (!word || operator.endsWith('&') || whole.startsWith('2')) return true;
    if (operator.startsWith('>')) given.into = word;
    else if (operator === '<<' || operator === '<<-')
      given.input = { kind: 'text', word: heredoc(cursor, word, operator === '<<-') };
    else given.input = { kind: operator === '<' ? 'file' : 'text', word };
    return true;
  }

  /** The lines below, up to the one that is the delimiter; nothing in them is expanded where that is quoted. */
  function heredoc(cursor: Cursor, delimiter: Word, stripsTabs: boolean): Word {
    const written = text.slice(delimiter.span.start, delimiter.span.end);
    const closing = written.replaceAll(/['"\\]/g, '');
    const lineEnd = text.indexOf('\n', cursor.at);
    const start = lineEnd === -1 ? cursor.end : Math.min(skips.get(lineEnd) ?? lineEnd + 1, cursor.end);
    let end = start;
    let after = cursor.end;
    while (end < cursor.end) {
      const next = text.indexOf('\n', end);
      const stop = next === -1 ? cursor.end : Math.min(next, cursor.end);
      const line = text.slice(end, stop).replace(/\r$/, '');
      if ((stripsTabs ? line.replace(/^\t+/, '') : line) === closing) {
        after = stop;
        break;
      }
      end = Math.min(stop + 1, cursor.end);
    }
    if (lineEnd !== -1) skips.set(lineEnd, after);
    return readExpandedText(
      { text, at: start, end, depth: cursor.depth + 1 },
      written === closing ? 'shell-heredoc' : 'shell-raw',
      within,
    );
  }

  function wordAt(cursor: Cursor): Word | undefined {
    skipSpaces(cursor);
    return readShellWord(cursor, within);
  }

  /** The word at the cursor as it is written, where nothing in it has a meaning of its own. */
  function bareAt({ at, end }: Cursor): string {
    return /^[^\s;&|<>()'"`$\\]*/.exec(text.slice(at, Math.min(end, at + 100)))?.[0] ?? '';
  }

  /** Blanks and lines that go on; not the line's end. */
  function skipSpaces(cursor: Cursor): void {
    while (cursor.at < cursor.end) {
      const [found] =
        /^(?:[ \t\r]|\\\r?\n)+/.exec(text.slice(cursor.at, Math.min(cursor.end, cursor.at + 200))) ?? [];
      if (found === undefined) break;
      cursor.at += found.length;
    }
    if (text[cursor.at] === '#' && cursor.at < cursor.end) {
      const lineEnd = text.indexOf('\n', cursor.at);
      cursor.at = lineEnd === -1 ? cursor.end : Math.min(lineEnd, cursor.end);
    }
  }

  /** Everything between two statements, with comments and the here-documents of the line before. */
  function skipBlanks(cursor: Cursor): void {
    for (;;) {
      skipSpaces(cursor);
      const character = text[cursor.at];
      if (
        cursor.at >= cursor.end ||
        character === undefined ||
        !/[\n;&|]/.test(character) ||
        text.startsWith(';;', cursor.at)
      )
        return;
      cursor.at = Math.min(
        cursor.end,
        (character === '\n' ? skips.get(cursor.at) : undefined) ?? cursor.at + 1,
      );
    }
  }
}
