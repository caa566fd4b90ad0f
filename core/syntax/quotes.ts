const opened = /^[ ]*(?:- +)*(?:(?:"[^"\n]*"|[^\s"'#:][^:\n]*):[ ]+)?(?:![\w:]+[ ]+)?(["'])/;

/** Nobody types in longer lines; the pattern takes the square of their length. */
const longestLine = 5_000;

/** A quote that is opened and not closed on its line: where it stands, and the end of the line's content. */
export interface UnclosedQuote {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** The values that may lack their closing quote; a quoted text over several lines is one of them too. */
export function unclosedQuotes(text: string): UnclosedQuote[] {
  const found: UnclosedQuote[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const content = line.trimEnd();
    const match = content.length > longestLine ? undefined : opened.exec(content);
    const quote = match?.[1];
    if (match && quote && !closes(content.slice(match[0].length), quote)) {
      found.push({ start: start + match[0].length - 1, end: start + content.length, quote });
    }
    start += line.length + 1;
  }
  return found;
}

function closes(rest: string, quote: string): boolean {
  return quote === '"' ? /^(?:[^"\\]|\\.)*"/.test(rest) : /^(?:[^']|'')*'(?!')/.test(rest);
}
