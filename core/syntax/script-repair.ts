import type { SyntaxNode, Tree } from '@lezer/common';

const brackets = new Set(['Property', 'ArgList', 'ArrayExpression', 'DictionaryExpression']);
const strings = new Set(['String', 'FormatString']);

/**
 * The text with the strings closed that end with their line inside of brackets, as they do while they are typed:
 * of the same length, so that every other place stays. Undefined where nothing was repaired.
 */
export function closeStrings(text: string, tree: Tree): string | undefined {
  const pieces: string[] = [];
  let done = 0;
  tree.iterate({
    enter(node) {
      if (!strings.has(node.name) || !isInBrackets(node.node)) return;
      const repair = repairOf(text, node.node);
      if (!repair || repair.start < done) return;
      pieces.push(text.slice(done, repair.start), repair.text);
      done = repair.start + repair.text.length;
    },
  });
  return done > 0 ? pieces.join('') + text.slice(done) : undefined;
}

/** Whether brackets stand around the string, or around what the parser took it for. */
function isInBrackets({ parent }: SyntaxNode): boolean {
  for (let at = parent, steps = 0; at && steps < 4; at = at.parent, steps++) {
    if (brackets.has(at.name)) return true;
  }
  return false;
}

/** What stands instead, from where on. */
function repairOf(text: string, { from, to }: SyntaxNode): { start: number; text: string } | undefined {
  const [opening = '', quote = ''] = /^[A-Za-z]{0,2}(["'])(?!\1\1)/.exec(text.slice(from, to)) ?? [];
  if (quote === '') return undefined;
  const line = /^(?:[^\\\n]|\\[^\n])*/.exec(text.slice(from + opening.length))?.[0] ?? '';
  const content = contentOf(line, quote);
  if (content === undefined) return undefined;
  const lineEnd = from + opening.length + line.length;
  const [tail = ''] = /[\s)\]},;]*$/.exec(content) ?? [];
  const tailStart = lineEnd - tail.length;
  // `'abc });` was swallowed with what closes the brackets around it.
  if (/^\s+[)\]}]/.test(tail)) return { start: tailStart, text: quote };
  if (text[lineEnd] !== '\n') return undefined;
  if (/^,\r?$/.test(tail)) return { start: tailStart, text: tail === ',' ? `${quote},` : `${quote},\n` };
  const isRoom = /^\n[^\S\n]/.test(text.slice(lineEnd, lineEnd + 2));
  const isLast = /^\n\s*[)\]}]/.test(text.slice(lineEnd));
  return { start: lineEnd, text: isRoom && !isLast ? `${quote},` : quote };
}

/** What stands in a string that is not closed; undefined for one that is. */
function contentOf(line: string, quote: string): string | undefined {
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === quote) return undefined;
  }
  return line;
}
