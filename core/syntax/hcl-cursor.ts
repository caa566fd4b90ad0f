import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';

/** Where a parser of HCL stands in its text, and what it found wrong. */
export interface HclCursor {
  readonly text: string;
  at: number;
  /** How many expressions the present one is inside of. */
  depth: number;
  /** Between round and square brackets a line break separates nothing. */
  breaksAreBlank: boolean;
  readonly problems: Problem[];
}

const blank = /(?:[ \t\r\uFEFF]+|\/\*[^]*?(?:\*\/|$)|(?:#|\/\/)[^\n]*)+/y;
const blankAndBreaks = /(?:[\s\uFEFF]+|\/\*[^]*?(?:\*\/|$)|(?:#|\/\/)[^\n]*)+/y;

/** A name of an attribute, block, function or variable. */
export const hclName = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** A cursor at the beginning. */
export function cursorOf(text: string): HclCursor {
  return { text, at: 0, depth: 0, breaksAreBlank: false, problems: [] };
}

/** Takes what a sticky pattern finds at the cursor. */
export function take(cursor: HclCursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

/** What a sticky pattern finds at the cursor, without taking it. */
export function peek(cursor: HclCursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  return pattern.exec(cursor.text)?.[0];
}

/** Takes a token if it stands at the cursor. */
export function takeToken(cursor: HclCursor, token: string): boolean {
  if (!cursor.text.startsWith(token, cursor.at)) return false;
  cursor.at += token.length;
  return true;
}

/** Passes blanks and comments; line breaks too where they separate nothing. */
export function skipBlank(cursor: HclCursor, breaksAreBlank = cursor.breaksAreBlank): void {
  take(cursor, breaksAreBlank ? blankAndBreaks : blank);
}

/** Reads something in which line breaks are blank or separate, and goes back to what was before. */
export function inBrackets<Read>(cursor: HclCursor, breaksAreBlank: boolean, read: () => Read): Read {
  const before = cursor.breaksAreBlank;
  cursor.breaksAreBlank = breaksAreBlank;
  const found = read();
  cursor.breaksAreBlank = before;
  return found;
}

/** Notes what is wrong. */
export function complain(cursor: HclCursor, message: string, span: Span = spanAt(cursor)): void {
  cursor.problems.push({ message, span });
}

/** The character at the cursor, or nothing at the end. */
export function spanAt({ at, text }: HclCursor): Span {
  return { start: at, end: Math.min(at + 1, text.length) };
}

/** Where the content of the line that holds an offset ends. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}
