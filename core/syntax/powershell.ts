import { type PowershellCursor, readPowershellWord } from './powershell-words.ts';
import type { Command, Piece, Script, Statement, Word } from './shell-script.ts';

/** Words before a condition or a block that is read as if it were run. */
const conditions = /(?:if|elseif|else|while|switch|try|catch|finally|do|until|for|begin|process|end)\b/iy;
const assignment =
  /(?:\[[\w.[\]]+\]\s*)?\$(?:(?:script|global|local|private):)?((?:env:)?\w+)\s*(\+?)=(?!=)\s*/iy;
const eachOf = /^(?:foreach-object|foreach|%)$/i;

/** Deeper statements are left out, so that reading may recurse. */
const deepest = 100;

/** Understands a PowerShell script, whatever it looks like. */
export function readPowershell(text: string): Script {
  const names = new Map<string, string>();
  let nesting = 0;
  /** Where commas divide parameters, not values. */
  let isInParameters = false;
  const cursor: PowershellCursor = { text, at: 0, inside, nameOf };
  return { statements: statementsTo(undefined) };

  function nameOf(written: string): string {
    const key = written.toLowerCase();
    const name = names.get(key) ?? written;
    names.set(key, name);
    return name;
  }

  function inside(closer: ')' | '}'): readonly Statement[] {
    return statementsTo(closer);
  }

  function statementsTo(closer: string | undefined): Statement[] {
    if (nesting >= deepest) cursor.at = text.length;
    nesting += 1;
    const found: Statement[] = [];
    for (skipBlanks(); cursor.at < text.length; skipBlanks()) {
      const start = cursor.at;
      if (text[start] === closer) {
        cursor.at += 1;
        break;
      }
      found.push(...statement());
      if (cursor.at === start) cursor.at += 1;
    }
    nesting -= 1;
    return found;
  }

  function statement(): readonly Statement[] {
    const start = cursor.at;
    if (text[start] === '{') return braced();
    if (lookingAt(/return\b|exit\b|throw\b/iy)) {
      skipSpaces();
      return values(start);
    }
    if (lookingAt(/param\s*(?=\()/iy)) return parameters();
    const [, called] = matchAt(/(?:function|filter)\s+([\w:-]+)\s*/iy) ?? [];
    if (called !== undefined) return procedure(start, called);
    const [, each] = matchAt(/foreach\s*\(\s*\$(\w+)\s+in\s+/iy) ?? [];
    if (each !== undefined) return loop(start, nameOf(each));
    if (lookingAt(conditions)) return condition();
    const [, name, plus] = matchAt(assignment) ?? [];
    if (name !== undefined) return assigned(start, nameOf(name), plus !== '');
    if (/[$'"(@[\d,]/.test(text.charAt(start)) && !/^@\w/.test(text.slice(start, start + 2)))
      return values(start);
    if (/[&.]/.test(text.charAt(start))) cursor.at += 1;
    skipSpaces();
    const command = readCommand();
    return command ? [command] : [];
  }

  function braced(): readonly Statement[] {
    cursor.at += 1;
    return statementsTo('}');
  }

  /** The condition's own statements count: `if (-not ($api = aws …))`. */
  function condition(): readonly Statement[] {
    skipBlanks();
    if (text[cursor.at] !== '(') return [];
    cursor.at += 1;
    return statementsTo(')').filter(({ kind }) => kind !== 'result');
  }

  /** `param([string]$Name = 'value', …)`: values that stand while nobody gives others. */
  function parameters(): readonly Statement[] {
    cursor.at += 1;
    const outer = isInParameters;
    isInParameters = true;
    const found = statementsTo(')').filter(({ kind }) => kind === 'assignment');
    isInParameters = outer;
    return found;
  }

  function procedure(start: number, name: string): Statement[] {
    const from = cursor.at;
    const given = text[cursor.at] === '(' ? parameters() : [];
    skipBlanks();
    const body = text[cursor.at] === '{' ? braced() : [];
    const head = /^\s*(?:\[.*\]\s*)?param\s*\(([^{}]*?)\)\s*\n|^\(([^{}]*?)\)/is.exec(
      text.slice(text[from] === '(' ? from : text.indexOf('{', from) + 1, cursor.at),
    );
    const parameterNames = [...(head?.[1] ?? head?.[2] ?? '').matchAll(/\$(\w+)/g)].map(([, one = '']) =>
      nameOf(one),
    );
    return [
      {
        kind: 'procedure',
        name,
        parameters: parameterNames,
        body: [...given, ...body],
        span: { start, end: cursor.at },
      },
    ];
  }

  function loop(start: number, name: string): Statement[] {
    const words = list();
    skipBlanks();
    if (text[cursor.at] === ')') cursor.at += 1;
    skipBlanks();
    const body = text[cursor.at] === '{' ? braced() : [];
    return [{ kind: 'loop', name, words, body, span: { start, end: cursor.at } }];
  }

  function assigned(start: number, name: string, adds: boolean): Statement[] {
    const from = cursor.at;
    const isValue = /[$'"(@[\d]/.test(text.charAt(from)) && !/^@\w/.test(text.slice(from, from + 2));
    const words = isValue ? list() : [outputOf(from)];
    const next = isValue ? piped() : undefined;
    const word = words[0];
    const given = next && word ? [through(word, next)] : words;
    return [
      {
        kind: 'assignment',
        name,
        words: given,
        isList: given.length > 1,
        span: { start, end: cursor.at },
        ...(adds && { adds }),
      },
    ];
  }

  /** What a command prints, as a value. */
  function outputOf(start: number): Word {
    if (text[start] === '&') cursor.at += 1;
    skipSpaces();
    const statements = lookingAt(conditions)
      ? condition()
      : [readCommand()].filter((one) => one !== undefined);
    const span = { start, end: cursor.at };
    return { span, pieces: [{ kind: 'output', statements, span }] };
  }

  /** Values by themselves, or given to `ForEach-Object`. */
  function values(start: number): readonly Statement[] {
    const words = list();
    const span = { start, end: cursor.at };
    if (text[cursor.at] !== '|') return words.length > 0 ? [{ kind: 'result', words, span }] : [];
    cursor.at += 1;
    skipBlanks();
    const at = cursor.at;
    const head = readPowershellWord(cursor);
    skipSpaces();
    if (head && eachOf.test(text.slice(head.span.start, head.span.end)) && text[cursor.at] === '{') {
      return [{ kind: 'loop', name: nameOf('_'), words, body: braced(), span: { start, end: cursor.at } }];
    }
    cursor.at = at;
    const next = readCommand();
    return next && words[0] ? [{ kind: 'result', words: [through(words[0], next)], span }] : [];
  }

  /** Values with commas between them; texts that `+` joins are one, and what other operators make is unknown. */
  function list(): Word[] {
    const words: Word[] = [];
    for (;;) {
      skipSpaces();
      if (text[cursor.at] === '[') matchAt(/\[[\w.[\]]+\]\s*/y);
      const start = cursor.at;
      const pieces: Piece[] = [];
      for (let word = readPowershellWord(cursor, true); word; word = readPowershellWord(cursor, true)) {
        pieces.push(...word.pieces);
        skipSpaces();
        const from = cursor.at;
        if (lookingAt(/-[a-z]+\s+/iy))
          pieces.push({ kind: 'unknown', span: { start: from, end: cursor.at } });
        else if (!lookingAt(/\+\s*/y)) break;
      }
      if (pieces.length > 0) words.push({ span: { start, end: cursor.at }, pieces });
      skipSpaces();
      if (text[cursor.at] !== ',' || isInParameters) return words;
      cursor.at += 1;
      skipBlanks();
      if (cursor.at === start) return words;
    }
  }

  function readCommand(): Command | undefined {
    const start = cursor.at;
    const words: Word[] = [];
    let into: Word | undefined;
    let end = start;
    for (;;) {
      skipSpaces();
      if (matchAt(/(?:[*\d])?>>?(?:&\d)?/y)) {
        const isOutput = !/^[2-6*]/.test(text.slice(end).trimStart());
        skipSpaces();
        const file = readPowershellWord(cursor);
        if (isOutput) into = file;
      } else if (text[cursor.at] === '{') {
        const from = cursor.at;
        braced();
        words.push({
          span: { start: from, end: cursor.at },
          pieces: [{ kind: 'unknown', span: { start: from, end: cursor.at } }],
        });
      } else {
        const word = readPowershellWord(cursor);
        if (!word) break;
        words.push(word);
      }
      end = cursor.at;
    }
    if (words.length === 0) return undefined;
    const next = piped();
    const span = { start, end: next?.span.end ?? end };
    return { kind: 'command', words, span, ...(into && { into }), ...(next && { next }) };
  }

  function piped(): Command | undefined {
    skipSpaces();
    if (text[cursor.at] !== '|' || text[cursor.at + 1] === '|' || nesting >= deepest) return undefined;
    cursor.at += 1;
    skipBlanks();
    nesting += 1;
    const command = readCommand();
    nesting -= 1;
    return command;
  }

  function matchAt(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = cursor.at;
    const found = pattern.exec(text);
    if (!found) return undefined;
    cursor.at += found[0].length;
    return found;
  }

  function lookingAt(pattern: RegExp): boolean {
    return matchAt(pattern) !== undefined;
  }

  /** Blanks, comments, and line breaks behind a backtick. */
  function skipSpaces(): void {
    while (matchAt(/[ \t]+|`[ \t]*\r?\n|<#[^]*?(?:#>|$)|#[^\n]*/y));
  }

  function skipBlanks(): void {
    while (matchAt(/[\s;]+|`[ \t]*\r?\n|<#[^]*?(?:#>|$)|#[^\n]*/y));
  }
}

/** A value that a command reads and gives on. */
function through(word: Word, next: Command): Word {
  const span = { start: word.span.start, end: next.span.end };
  const statements: Statement[] = [{ kind: 'command', words: [], span, input: { kind: 'text', word }, next }];
  return { span, pieces: [{ kind: 'output', statements, span }] };
}
