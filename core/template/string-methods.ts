import * as l10n from '@vscode/l10n';
import { type Effort, spend } from '../expression/effort.ts';
import { Failure, TooMuchWork } from './failure.ts';
import { javaPattern, type Match } from './java-pattern.ts';
import { indexWithin, type Method, type Methods, plain, unary } from './method.ts';
import { JavaList, type Value } from './value.ts';

/**
 * The methods of `java.lang.String` that templates use.
 * https://docs.oracle.com/javase/8/docs/api/java/lang/String.html
 */
export const stringMethods: Methods<string> = {
  charAt: unary((text, index) => atIndex(text, index)?.character),
  codePointAt: unary((text, index) => atIndex(text, index)?.code),
  compareTo: ofText((text, other) => compare(text, other)),
  compareToIgnoreCase: ofText((text, other) => compare(folded(text), folded(other))),
  concat: ofText((text, other) => text + other),
  contains: ofText((text, other) => text.includes(other)),
  endsWith: ofText((text, other) => text.endsWith(other)),
  equals: unary((text, other) => text === other),
  equalsIgnoreCase: unary((text, other) => typeof other === 'string' && folded(text) === folded(other)),
  hashCode: plain((text) => hashOf(text)),
  indexOf: (text, given) => positionOf(given, (one, from) => text.indexOf(one, from ?? 0)),
  isEmpty: plain((text) => text === ''),
  lastIndexOf: (text, given) =>
    positionOf(given, (one, from) =>
      from !== undefined && from < 0 ? -1 : text.lastIndexOf(one, from ?? text.length),
    ),
  length: plain((text) => BigInt(text.length)),
  matches: ofText((text, pattern, effort) => javaPattern(pattern, effort).fits(text)),
  replace: (text, [from, to], effort) => {
    if (typeof from !== 'string' || typeof to !== 'string') return undefined;
    grow(effort, text.length + text.split(from).length * to.length);
    return text.replaceAll(from, () => to);
  },
  replaceAll: (text, given, effort) => substitute(text, given, effort, Infinity),
  replaceFirst: (text, given, effort) => substitute(text, given, effort, 1),
  split: (text, [pattern, limit = 0n], effort) =>
    typeof pattern === 'string' && typeof limit === 'bigint'
      ? new JavaList(split(text, pattern, Number(limit), effort))
      : undefined,
  startsWith: (text, [other, from = 0n]) =>
    typeof other === 'string' && typeof from === 'bigint'
      ? from >= 0n && text.startsWith(other, Number(from)) && Number(from) <= text.length
      : undefined,
  subSequence: cut,
  substring: cut,
  toCharArray: plain((text) => new JavaList(text.split(''))),
  toLowerCase: plain((text) => text.toLowerCase()),
  toString: plain((text: string) => text),
  toUpperCase: plain((text) => text.toUpperCase()),
  // Java's `trim` takes away everything up to the space.
  // oxlint-disable-next-line no-control-regex
  trim: plain((text) => text.replace(/^[\0- ]+/, '').replace(/(?<![\0- ])[\0- ]+$/, '')),
};

function ofText(make: (text: string, other: string, effort: Effort) => Value): Method<string> {
  return unary((text, other, effort) => (typeof other === 'string' ? make(text, other, effort) : undefined));
}

function atIndex(text: string, index: Value): { character: string; code: bigint } | undefined {
  const at = indexWithin(index, 0, text.length - 1);
  return at === undefined
    ? undefined
    : { character: text.charAt(at), code: BigInt(text.codePointAt(at) ?? 0) };
}

function cut(text: string, [from, to]: readonly Value[]): Value | undefined {
  const end = to === undefined ? text.length : indexWithin(to, 0, text.length);
  if (end === undefined) return undefined;
  const start = indexWithin(from, 0, end);
  return start === undefined ? undefined : text.slice(start, end);
}

function positionOf(
  [one, from]: readonly Value[],
  find: (one: string, from?: number) => number,
): Value | undefined {
  const text = typeof one === 'bigint' ? String.fromCodePoint(Number(one) & 0xffff) : one;
  if (typeof text !== 'string') return undefined;
  if (from === undefined) return BigInt(find(text));
  return typeof from === 'bigint' ? BigInt(find(text, Number(from))) : undefined;
}

function folded(text: string): string {
  return text.toUpperCase().toLowerCase();
}

function compare(one: string, other: string): bigint {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const difference = one.charCodeAt(at) - other.charCodeAt(at);
    if (difference !== 0) return BigInt(difference);
  }
  return BigInt(one.length - other.length);
}

function hashOf(text: string): bigint {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(31, hash) + text.charCodeAt(at)) | 0;
  return BigInt(hash);
}

function substitute(
  text: string,
  [pattern, replacement]: readonly Value[],
  effort: Effort,
  most: number,
): Value | undefined {
  if (typeof pattern !== 'string' || typeof replacement !== 'string') return undefined;
  let made = '';
  let end = 0;
  let count = 0;
  for (const match of matchesIn(text, pattern, effort)) {
    const filled = fillIn(replacement, match);
    grow(effort, filled.length);
    made += text.slice(end, match.start) + filled;
    end = match.end;
    if (++count >= most) break;
  }
  return made + text.slice(end);
}

function* matchesIn(text: string, source: string, effort: Effort): Generator<Match> {
  const pattern = javaPattern(source, effort);
  for (let from = 0; from <= text.length;) {
    const match = pattern.find(text, from);
    if (!match) return;
    yield match;
    from = match.end > match.start ? match.end : match.end + 1;
  }
}

/** In a replacement `$1` is a group, and a backslash makes the next character itself. */
function fillIn(replacement: string, { groups }: Match): string {
  return replacement.replaceAll(/\\([^]?)|\$(\d?)/g, (_, escaped?: string, digit?: string) => {
    if (escaped !== undefined && escaped !== '') return escaped;
    if (digit === undefined || digit === '') {
      throw new Failure(
        l10n.t('In a replacement, a `$` or `\\` that means itself is written `\\$` or `\\\\`.'),
      );
    }
    if (Number(digit) >= groups.length && digit !== '0' && groups[Number(digit)] === undefined) {
      return '';
    }
    return groups[Number(digit)] ?? '';
  });
}

function split(text: string, pattern: string, limit: number, effort: Effort): Value[] {
  const pieces: string[] = [];
  let end = 0;
  for (const match of matchesIn(text, pattern, effort)) {
    if (limit > 0 && pieces.length === limit - 1) break;
    if (match.end === 0) continue;
    if (match.start === match.end && match.start === text.length) break;
    pieces.push(text.slice(end, match.start));
    end = match.end;
  }
  pieces.push(text.slice(end));
  if (limit === 0) while (pieces.length > 1 && pieces.at(-1) === '') pieces.pop();
  return pieces;
}

function grow(effort: Effort, length: number): void {
  if (!spend(effort, length)) throw new TooMuchWork();
}
