import type { Span } from '../span.ts';

/** A cursor in a JSONPath where a name can be written, with what stands around it. */
export interface PathCursor {
  /** The path to the values whose members may be named here. */
  readonly base: string;
  /** What introduces the name: `.`, `..` or a bracket. */
  readonly after: 'dot' | 'scan' | 'bracket';
  /** The name as far as it is written, on both sides of the cursor, with what closes it; offsets in the expression. */
  readonly name: Span;
  /** The quote before the name; empty where there is none. */
  readonly quote: string;
  /** What has to stand behind the name. */
  readonly closing: string;
}

/** Finds what is being named at an offset of an expression, in the path there; undefined where nothing can be named. */
export function pathCursorAt(text: string, pathSpan: Span, offset: number): PathCursor | undefined {
  const before = text.slice(pathSpan.start, offset);
  const { open, dot } = openersIn(before);
  if (open !== undefined) return cursorInBracket(text, before, open, offset);
  if (dot === undefined) return undefined;
  const scan = before[dot - 1] === '.';
  return {
    base: `$${before.slice(0, scan ? dot - 1 : dot)}`,
    after: scan ? 'scan' : 'dot',
    name: nameAfterDot(text, offset - (before.length - dot - 1), offset),
    quote: '',
    closing: '',
  };
}

/** The bracket that is open at the end of a path, or else the last dot there that begins a name. */
function openersIn(path: string): { readonly open?: number; readonly dot?: number } {
  const brackets: number[] = [];
  let dot: number | undefined;
  let quote = '';
  for (const [index, character] of Array.from(path, (_, at) => path.charAt(at)).entries()) {
    if (quote) {
      if (character === quote) quote = '';
    } else if (brackets.length > 0 && (character === "'" || character === '"')) {
      quote = character;
    } else if (character === '[') {
      brackets.push(index);
    } else if (character === ']') {
      brackets.pop();
      dot = undefined;
    } else if (character === '.' && brackets.length === 0) {
      dot = index;
    }
  }
  const [open] = brackets;
  return { ...(open !== undefined && { open }), ...(dot !== undefined && { dot }) };
}

function cursorInBracket(text: string, before: string, open: number, offset: number): PathCursor | undefined {
  const inside = before.slice(open + 1);
  const base = `$${before.slice(0, open)}`;
  if (/^\s*\?/.test(inside)) return cursorInFilter(text, base, inside, offset);
  const [, quote, typed] = /(?:^|,)\s*(['"]?)([^'",]*)$/.exec(inside) ?? [];
  if (quote === undefined || typed === undefined) return undefined;
  const [rest = ''] = /^[^'"\],}\s]*/.exec(text.slice(offset)) ?? [];
  const end = offset + rest.length;
  const close = `${quote || "'"}]`;
  const present = [close, quote, ']'].find((one) => one !== '' && text.startsWith(one, end)) ?? '';
  const more = text.startsWith(',', end + present.length);
  const name = { start: offset - typed.length, end: end + present.length };
  return { base, after: 'bracket', name, quote, closing: more ? close.charAt(0) : close };
}

/** In a filter, the members of the elements that it is asked about. */
function cursorInFilter(text: string, base: string, inside: string, offset: number): PathCursor | undefined {
  const [, path, typed] = /@((?:\.[^\s.[\]=!<>&|()]+)*)\.([^\s.[\]=!<>&|()]*)$/.exec(inside) ?? [];
  if (path === undefined || typed === undefined) return undefined;
  const name = nameAfterDot(text, offset - typed.length, offset);
  return { base: `${base}[*]${path}`, after: 'dot', name, quote: '', closing: '' };
}

function nameAfterDot(text: string, start: number, offset: number): Span {
  const [rest = ''] = /^[^\s.[\]\\/${}'"=!<>&|()]*/.exec(text.slice(offset)) ?? [];
  return { start, end: offset + rest.length };
}
