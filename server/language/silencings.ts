import { lineEnd, lineStart } from '../../core/lines.ts';
import type { Span } from '../../core/span.ts';

/** A code in a comment that silences it. */
export interface Silencing {
  /** Empty in a comment that names none. */
  readonly code: string;
  /** Where the code is written. */
  readonly span: Span;
  /** Findings that begin here are silenced. */
  readonly lines: Span;
}

/** What comments that silence begin with. */
export const silencingWords = {
  line: 'routescope-disable-line',
  nextLine: 'routescope-disable-next-line',
} as const;

const comment = /(?:#|\/\/|\/\*|--|\bREM\b|::)[ \t]*routescope-disable-(next-)?line\b([^\n]*)/gi;

/**
 * The codes that comments of a text silence, in `#`, `//`, `--` or `REM` comments of the file's language, several
 * codes with commas between them and a reason behind `--` where one is given.
 */
export function silencingsIn(text: string): readonly Silencing[] {
  if (!text.includes('routescope-disable-')) return [];
  const silencings: Silencing[][] = [];
  // From the last to the first, because a comment above another one is for the same line.
  let below: { readonly start: number; readonly lines: Span } | undefined;
  for (const found of [...text.matchAll(comment)].toReversed()) {
    const [whole, next, rest = ''] = found;
    const end = found.index + whole.length;
    const after = Math.min(end + 1, text.length);
    const start = lineStart(text, found.index);
    const ofNext = below?.start === after ? below.lines : coveredLine(text, after);
    const lines = next ? ofNext : { start, end };
    silencings.push(silencingsOf(rest, { start: found.index, end }, lines));
    below = next ? { start, lines } : undefined;
  }
  return silencings.toReversed().flat();
}

function silencingsOf(rest: string, comment: Span, lines: Span): Silencing[] {
  const from = comment.end - rest.length;
  const list = rest.replace(/\*\/.*$|\s--\s.*$/, '');
  const codes = [...list.matchAll(/[\w-]+/g)].map(({ 0: code, index }) => ({
    code,
    span: { start: from + index, end: from + index + code.length },
    lines,
  }));
  return codes.length > 0 ? codes : [{ code: '', span: comment, lines }];
}

/** The line that begins at an offset, with those that continue it: a command over several lines, a block of text. */
export function coveredLine(text: string, start: number): Span {
  let end = lineEnd(text, start);
  while (end < text.length && /[\\`^]\r?$/.test(text.slice(Math.max(start, end - 2), end)))
    end = lineEnd(text, end + 1);
  const line = text.slice(start, end);
  if (/[|>][+-]?\d*\s*$/.test(line)) return { start, end: endOfBlock(text, end, indentOf(line)) };
  const [, delimiter] = /<<[-~]?\s*["']?(\w+)["']?\s*$/.exec(line) ?? [];
  if (delimiter === undefined) return { start, end };
  const close = new RegExp(String.raw`\n[ \t]*${delimiter}\b`).exec(text.slice(end));
  return { start, end: close ? end + close.index : end };
}

function endOfBlock(text: string, from: number, indent: number): number {
  let end = from;
  while (end < text.length) {
    const next = lineEnd(text, end + 1);
    const line = text.slice(end + 1, next);
    if (line.trim() !== '' && indentOf(line) <= indent) break;
    end = next;
  }
  return end;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
