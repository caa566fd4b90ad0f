import { lineEnd, lineStart } from '../../../core/lines.ts';
import type { Span } from '../../../core/span.ts';
import type { Edit } from '../rules/rule.ts';

/** The blanks before an offset, where nothing else stands before it in its line. */
export function indentAt(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return /^\s*$/.test(before) ? before : undefined;
}

/** The same before an item of a list, with its sign: what a new item begins with. */
export function itemIndentAt(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return /^\s*(?:-[ \t]+)?$/.test(before) ? before : undefined;
}

/** The end of a comment that follows in the same line, or the offset itself. */
export function behindComment(text: string, offset: number): number {
  const [comment = ''] = /^[ \t]+#[^\r\n]*/.exec(text.slice(offset)) ?? [];
  return offset + comment.trimEnd().length;
}

/** The end of what begins in the line of an offset and goes on in the lines below that are indented more. */
export function endOfBlock(text: string, offset: number): number {
  const width = indentOf(text.slice(lineStart(text, offset), lineEnd(text, offset)));
  let end = lineEnd(text, offset);
  for (let next = end + 1; next < text.length;) {
    const to = lineEnd(text, next);
    const line = text.slice(next, to);
    if (line.trim() !== '' && indentOf(line) <= width) break;
    if (line.trim() !== '') end = to;
    next = to + 1;
  }
  return text.slice(0, end).trimEnd().length;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The span without blanks at its end. */
export function trimmed(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Blocks stand apart where there is an empty line before one of them. */
export function separatorBefore(text: string, offset: number): string {
  const start = lineStart(text, offset);
  if (start <= 1) return '\n';
  // The line above with the line break before it: to look at all of the text would cost a keystroke much.
  const above = text.slice(Math.max(0, lineStart(text, start - 1) - 1), start);
  return /^\n[ \t]*\r?\n$/.test(above) ? '\n\n' : '\n';
}

/** An edit that only adds. */
export function insertion(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}
