const opened = /^[ ]*(?:- +)*(?:(?:"[^"\n]*"|[^\s"'#:][^:\n]*):[ ]+)?(?:![\w:]+[ ]+)?(["'])/;

/** Where a closing quote may be missing: the ends of lines that open one and do not close it. */
export function unclosedQuotes(text: string): { readonly offset: number; readonly quote: string }[] {
  const found: { offset: number; quote: string }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const content = line.trimEnd();
    const match = opened.exec(content);
    const quote = match?.[1];
    if (match && quote && !closes(content.slice(match[0].length), quote)) {
      found.push({ offset: start + content.length, quote });
    }
    start += line.length + 1;
  }
  return found;
}

function closes(rest: string, quote: string): boolean {
  return quote === '"' ? /^(?:[^"\\]|\\.)*"/.test(rest) : /^(?:[^']|'')*'(?!')/.test(rest);
}
