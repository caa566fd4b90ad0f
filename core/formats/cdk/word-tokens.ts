import { scriptText } from '../../syntax/script-text.ts';
import type { Span } from '../../span.ts';
import type { Text } from '../../text.ts';

/** A word, sign or string of a program in Java or C#. */
export interface Token {
  readonly kind: 'word' | 'sign' | 'string';
  readonly text: string;
  readonly span: Span;
  /** What a string says. */
  readonly value?: Text;
}

const pattern =
  /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|"""\r?\n?([^]*?)(?:"""|$)|@"((?:[^"]|"")*)(?:"|$)|\$?"((?:[^"\\\r\n]|\\.)*)(?:"|$|(?=[\r\n]))|'(?:[^'\\\r\n]|\\.)*'?|[A-Za-z_]\w*|[^\s\w]/g;

/** The words, signs and strings of a program, without comments; a string that is not closed ends with its line. */
export function wordTokens(source: string): Token[] {
  const tokens: Token[] = [];
  for (const match of source.matchAll(pattern)) {
    const [text, block, verbatim, plain] = match;
    const { index: start } = match;
    const span = { start, end: start + text.length };
    if (text.startsWith('//') || text.startsWith('/*')) continue;
    const content = block ?? verbatim ?? plain;
    if (content === undefined) {
      tokens.push({ kind: /^\w/.test(text) ? 'word' : 'sign', text, span });
      continue;
    }
    const quotes = block === undefined ? 1 : 3;
    const begin = source.indexOf(content, start + text.indexOf('"') + quotes);
    const isRaw = verbatim !== undefined;
    const spelling = isRaw ? 'script-raw' : 'script-double';
    const value = scriptText(source, begin, begin + content.length, spelling, isRaw ? 'none' : 'javascript');
    tokens.push({ kind: 'string', text, span, value });
  }
  return tokens;
}
