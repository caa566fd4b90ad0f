/**
 * Whether a text is made of the pieces, in this order, with anything between them. Takes no longer for more pieces,
 * which a regular expression of as many wildcards does.
 */
export function standsIn([first = '', ...others]: readonly string[], text: string): boolean {
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at + last.length <= text.length && text.endsWith(last);
}
