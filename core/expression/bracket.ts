import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';
import type { Span } from '../span.ts';
import { parseFilter, type ParsePath } from './filter.ts';
import type { PathStep } from './path-step.ts';

/** Understands one step in brackets, which begins at `start`; the path ends before `end`. */
export function readBracket(
  path: string,
  start: number,
  end: number,
  parsePath: ParsePath,
): PathStep | Problem {
  const close = closingBracket(path, start, end);
  if (close === undefined) return { message: l10n.t('This bracket is not closed.'), span: { start, end } };
  const span = { start, end: close + 1 };
  const inside = path.slice(start + 1, close);
  const content = inside.trim();
  if (content === '')
    return { message: l10n.t('A name in quotes or an index is missing between the brackets.'), span };
  if (inside === '*') return { kind: 'wildcard', span };
  if (content.startsWith('?')) {
    const filter = parseFilter(content, start + 1 + inside.indexOf('?'), parsePath);
    return 'message' in filter ? filter : { kind: 'filter', filter, span };
  }
  if (content.startsWith("'") || content.startsWith('"')) return readNames(content, span);
  return readFromEnd(content, span) ?? readNumbers(content, span);
}

/** The offset of the bracket that closes the one at `start`; what is in quotes does not count. */
function closingBracket(path: string, start: number, end: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let offset = start; offset < end; offset++) {
    const character = path.charAt(offset);
    if (quote) {
      if (character === '\\') offset++;
      else if (character === quote) quote = '';
    } else if (character === "'" || character === '"') {
      quote = character;
    } else if (character === '[') {
      depth++;
    } else if (character === ']') {
      depth--;
      if (depth === 0) return offset;
    }
  }
  return undefined;
}

function readNames(content: string, span: Span): PathStep | Problem {
  const names: string[] = [];
  const name = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*(,|$)/suy;
  let more = true;
  while (more) {
    const [, single, double = '', after] = name.exec(content) ?? [];
    if (after === undefined) {
      return { message: l10n.t('Names in brackets stand in quotes, with commas between them.'), span };
    }
    names.push(unescape(single ?? double));
    more = after === ',';
  }
  return { kind: 'names', names, span };
}

function unescape(text: string): string {
  return text.replace(/\\(.)/gsu, '$1');
}

/** `(@.length - 1)`, by which version 2.0.0 counts from the end. */
function readFromEnd(content: string, span: Span): PathStep | undefined {
  const [, back] = /^\(\s*@\.(?:length|size)(?:\(\))?\s*-\s*(\d{1,9})\s*\)$/.exec(content) ?? [];
  return back === undefined || Number(back) === 0 ? undefined : { kind: 'index', index: -Number(back), span };
}

function readNumbers(content: string, span: Span): PathStep | Problem {
  if (/^\d|^-|^:/.test(content)) {
    const slice = /^(-?\d+)?\s*:\s*(-?\d+)?$/.exec(content);
    if (slice) return readSlice(slice[1], slice[2], span);
    const indexes = content.split(',').map(toIndex);
    if (indexes.every((index) => index !== undefined)) {
      const [index, ...more] = indexes;
      return index !== undefined && more.length === 0
        ? { kind: 'index', index, span }
        : { kind: 'indexes', indexes, span };
    }
    return {
      message: l10n.t('An index is a whole number; several stand with commas, a range with `:`.'),
      span,
    };
  }
  const message = /^[\w-]+$/.test(content)
    ? l10n.t("A name in brackets stands in quotes: `['{0}']`.", content)
    : l10n.t('In brackets stands a name in quotes, an index, a range, `*` or a filter.');
  return { message, span };
}

function readSlice(from: string | undefined, to: string | undefined, span: Span): PathStep | Problem {
  const [first, last] = [toIndex(from), toIndex(to)];
  if (first === undefined && last === undefined) {
    return { message: l10n.t('A range has a beginning, an end, or both: `[1:]`, `[:2]`, `[1:2]`.'), span };
  }
  return {
    kind: 'slice',
    ...(first === undefined ? {} : { from: first }),
    ...(last === undefined ? {} : { to: last }),
    span,
  };
}

/** Undefined for what is not a whole number of Java's size. */
function toIndex(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*-?\d+\s*$/.test(text)) return undefined;
  const index = Number(text);
  return Math.abs(index) < 2 ** 31 ? index : undefined;
}
