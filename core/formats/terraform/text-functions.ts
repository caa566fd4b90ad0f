import type { Span } from '../../span.ts';
import {
  asText,
  computedText,
  numberOf,
  piecesIn,
  stringOf,
  textOfPieces,
  type Piece,
  type Reference,
  type Value,
} from './value.ts';

type TextFunction = (given: readonly Value[], span: Span) => Value | undefined;

/** A function of texts that are all known. */
function known(change: (...texts: string[]) => string): TextFunction {
  return (given, span) => {
    const texts = given.map(stringOf);
    return texts.every((text) => text !== undefined) ? computedText(change(...texts), span) : undefined;
  };
}

function asks(question: (text: string, part: string) => boolean): TextFunction {
  return ([text, part], span) => {
    const [one, other] = [stringOf(text), stringOf(part)];
    if (one === undefined || other === undefined) return undefined;
    return { kind: 'plain', value: question(one, other), span };
  };
}

/** Functions that make a text. https://developer.hashicorp.com/terraform/language/functions */
export const textFunctions: Readonly<Record<string, TextFunction>> = {
  join,
  format,
  split: ([separator, text], span) => {
    const [by, of] = [stringOf(separator), stringOf(text)];
    if (by === undefined || of === undefined) return undefined;
    return { kind: 'list', items: of.split(by).map((item) => computedText(item, span)), span };
  },
  substr: ([text, from, length], span) => {
    const [of, start, count] = [stringOf(text), numberOf(from), numberOf(length)];
    if (of === undefined || start === undefined || count === undefined) return undefined;
    return computedText(of.slice(start, count < 0 ? undefined : start + count), span);
  },
  // What stands between slashes is a regular expression, which is not computed here.
  replace: (given, span) => {
    const [text, from, to] = given.map(stringOf);
    if (text === undefined || from === undefined || to === undefined || /^\/.*\/$/.test(from))
      return undefined;
    return computedText(
      text.replaceAll(from, () => to),
      span,
    );
  },
  tostring: ([value]) => asText(value),
  tonumber: ([value], span) => plain(numberOf(value), span),
  tobool: ([value], span) => {
    const text = stringOf(value);
    return text === 'true' || text === 'false' ? plain(text === 'true', span) : undefined;
  },
  lower: known((text) => text.toLowerCase()),
  upper: known((text) => text.toUpperCase()),
  title: known((text) => text.replaceAll(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase())),
  trimspace: known((text) => text.trim()),
  chomp: known((text) => text.replace(/[\r\n]+$/, '')),
  trimprefix: known((text, prefix = '') => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  trimsuffix: known((text, suffix = '') =>
    suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  ),
  trim: known((text, signs = '') => {
    let [start, end] = [0, text.length];
    while (start < end && signs.includes(text.charAt(start))) start += 1;
    while (end > start && signs.includes(text.charAt(end - 1))) end -= 1;
    return text.slice(start, end);
  }),
  basename: known((path) => path.slice(path.lastIndexOf('/') + 1)),
  dirname: known((path) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.')),
  abspath: known((path) => path),
  startswith: asks((text, part) => text.startsWith(part)),
  endswith: asks((text, part) => text.endsWith(part)),
  strcontains: asks((text, part) => text.includes(part)),
};

function plain(value: number | boolean | undefined, span: Span): Value | undefined {
  return value === undefined ? undefined : { kind: 'plain', value, span };
}

function join([separator, ...lists]: readonly Value[], span: Span): Value | undefined {
  const between = stringOf(separator);
  const items = lists.flatMap((list) => (list.kind === 'list' ? list.items : [list]));
  const isKnown = lists.every(({ kind }) => kind === 'list') && items.every((item) => asText(item));
  if (between === undefined || !isKnown) return undefined;
  const pieces = items.flatMap((item, index) => {
    const own = piecesIn(item, span);
    return index === 0 || between === '' ? own : [computed(between, own[0], span), ...own];
  });
  return textOfPieces(pieces, span);
}

function computed(value: string, next: Piece | Reference | undefined, span: Span): Piece {
  const start = next?.kind === 'piece' ? next.start : (next?.span.start ?? span.start);
  return { kind: 'piece', value, start, isComputed: true };
}

/** `%s`, `%d` and `%v` without more; other verbs are not computed. */
function format([pattern, ...given]: readonly Value[], span: Span): Value | undefined {
  const text = stringOf(pattern);
  if (text === undefined) return undefined;
  const pieces: (Piece | Reference)[] = [];
  let next = 0;
  for (const part of text.split(/(%.)/)) {
    if (part === '%%') pieces.push(computed('%', undefined, span));
    else if (/^%[sdv]$/.test(part)) {
      const value = given[next];
      next += 1;
      if (!asText(value)) return undefined;
      pieces.push(...piecesIn(value, span));
    } else if (part.startsWith('%')) return undefined;
    else if (part !== '') pieces.push(computed(part, undefined, span));
  }
  return textOfPieces(pieces, span);
}
