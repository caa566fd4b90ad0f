import type { Spelling } from '../spelling.ts';
import type { Text } from '../text.ts';

/** How the escapes of a string are read. */
export type Escapes = 'javascript' | 'python' | 'none';

const named: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * A stretch of a string as a text, escapes removed. `doubled` braces are those of an f-string.
 * https://262.ecma-international.org/#sec-literals-string-literals
 * https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
 */
export function scriptText(
  source: string,
  start: number,
  end: number,
  spelling: Spelling,
  escapes: Escapes,
  doubled = false,
): Text {
  const span = { start, end };
  const raw = source.slice(start, end);
  const hasEscapes = escapes !== 'none' && raw.includes('\\');
  if (!hasEscapes && !(doubled && /[{}]/.test(raw))) return { value: raw, span, spelling };
  const offsets: number[] = [];
  let value = '';
  let at = start;
  while (at < end) {
    const [piece, length] = pieceAt(source, at, end, escapes, doubled);
    for (let index = 0; index < piece.length; index++) {
      // What is kept as written stands character by character.
      offsets.push(piece.length === length ? at + index : at);
    }
    value += piece;
    at += length;
  }
  offsets.push(end);
  return value === raw ? { value, span, spelling } : { value, span, spelling, offsets };
}

/** What one character or escape of the source means, and how long it is. */
function pieceAt(
  source: string,
  at: number,
  end: number,
  escapes: Escapes,
  doubled: boolean,
): readonly [piece: string, length: number] {
  const character = source.charAt(at);
  if (doubled && (character === '{' || character === '}')) {
    return [character, source[at + 1] === character && at + 1 < end ? 2 : 1];
  }
  if (character !== '\\' || escapes === 'none' || at + 1 >= end) return [character, 1];
  const rest = source.slice(at + 1, Math.min(end, at + 13));
  const lineBreak = /^(?:\r\n|[\n\r\u2028\u2029])/.exec(rest);
  if (lineBreak) return ['', 1 + lineBreak[0].length];
  return codeEscape(rest, escapes) ?? letterEscape(rest, escapes);
}

function codeEscape(rest: string, escapes: Escapes): readonly [string, number] | undefined {
  const patterns =
    escapes === 'javascript'
      ? /^(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|u\{0*([\dA-Fa-f]{1,6})\})/
      : /^(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8}))/;
  const found = patterns.exec(rest);
  if (found) {
    const code = Number.parseInt(found[1] ?? found[2] ?? found[3] ?? '', 16);
    return code <= 0x10_ff_ff ? [String.fromCodePoint(code), 1 + found[0].length] : undefined;
  }
  const octal = (escapes === 'python' ? /^[0-7]{1,3}/ : /^0(?!\d)/).exec(rest);
  return octal ? [String.fromCodePoint(Number.parseInt(octal[0], 8)), 1 + octal[0].length] : undefined;
}

function letterEscape(rest: string, escapes: Escapes): readonly [string, number] {
  const letter = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  const length = 1 + letter.length;
  if (escapes === 'python' && letter === 'a') return ['\u0007', length];
  const meant = named[letter];
  if (meant !== undefined) return [meant, length];
  // JavaScript drops the backslash of an escape that it does not know, Python keeps it.
  return escapes === 'javascript' || /['"\\]/.test(letter) ? [letter, length] : [`\\${letter}`, length];
}
