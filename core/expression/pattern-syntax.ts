import * as l10n from '@vscode/l10n';

/** A regular expression as a tree. */
export type PatternNode =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'sequence'; readonly nodes: readonly PatternNode[] }
  | {
      readonly kind: 'choice';
      readonly nodes: readonly PatternNode[];
      /** The number of the group that it is, for who wants to know what groups hold. */
      readonly group?: number;
    }
  | {
      readonly kind: 'repeat';
      readonly node: PatternNode;
      readonly least: number;
      readonly most: number;
      /** Rather less than more, for who wants to know where a pattern ends. */
      readonly lazy?: true;
    }
  | { readonly kind: 'start' | 'end' };

/**
 * Reads the part of Java's regular expressions that a machine without backtracking can run.
 * A sentence where the text is no regular expression or goes beyond that part.
 */
export function parsePattern(text: string, ignoreCase: boolean): PatternNode | string {
  const reader: Reader = { text, offset: 0, ignoreCase, groups: 0 };
  try {
    const node = readChoice(reader);
    return reader.offset < text.length ? l10n.t('A `)` in the pattern closes nothing.') : node;
  } catch (error) {
    if (error instanceof Unsupported) return error.message;
    throw error;
  }
}

interface Reader {
  readonly text: string;
  offset: number;
  readonly ignoreCase: boolean;
  groups: number;
}

/** Thrown and caught in this file only. */
class Unsupported extends Error {}

function readChoice(reader: Reader): PatternNode & { kind: 'choice' } {
  const nodes = [readSequence(reader)];
  while (reader.text[reader.offset] === '|') {
    reader.offset++;
    nodes.push(readSequence(reader));
  }
  return { kind: 'choice', nodes };
}

function readSequence(reader: Reader): PatternNode {
  const nodes: PatternNode[] = [];
  while (reader.offset < reader.text.length && !'|)'.includes(reader.text.charAt(reader.offset))) {
    nodes.push(readRepeat(reader));
  }
  return { kind: 'sequence', nodes };
}

function readRepeat(reader: Reader): PatternNode {
  const node = readAtom(reader);
  const [quantifier, shape, least = '', comma, most = '', isLazy] =
    take(reader, /([*+?]|\{(\d{1,3})(,)?(\d{1,3})?\})(\?)?/y) ?? [];
  if (quantifier === undefined) return node;
  if ('*+?{'.includes(reader.text[reader.offset] ?? ' '))
    throw new Unsupported(l10n.t('Possessive patterns are not understood here.'));
  const repeat = { kind: 'repeat', node, ...(isLazy && ({ lazy: true } as const)) } as const;
  if (shape === '*') return { ...repeat, least: 0, most: Infinity };
  if (shape === '+') return { ...repeat, least: 1, most: Infinity };
  if (shape === '?') return { ...repeat, least: 0, most: 1 };
  const end = most !== '' ? Number(most) : comma ? Infinity : Number(least);
  return { ...repeat, least: Number(least), most: end };
}

function readAtom(reader: Reader): PatternNode {
  const character = take(reader, /./suy)?.[0] ?? '';
  if (character === '(') return readGroup(reader);
  if (character === '[') return { kind: 'character', accepts: readClass(reader) };
  if (character === '^') return { kind: 'start' };
  if (character === '$') return { kind: 'end' };
  if (character === '.') return { kind: 'character', accepts: (one) => !lineEnd.test(one) };
  if (character === '\\') return { kind: 'character', accepts: readEscape(reader) };
  if ('*+?{'.includes(character))
    throw new Unsupported(l10n.t('`{0}` in the pattern repeats nothing.', character));
  return { kind: 'character', accepts: range(character, character, reader) };
}

const lineEnd = /[\n\r\u0085\u2028\u2029]/;

function readGroup(reader: Reader): PatternNode {
  const isPlain = take(reader, /\?:/y) !== undefined;
  if (!isPlain && reader.text[reader.offset] === '?') {
    throw new Unsupported(l10n.t('Groups that begin with `(?` are not understood here, except `(?:`.'));
  }
  const group = isPlain ? undefined : ++reader.groups;
  const node = readChoice(reader);
  if (!take(reader, /\)/y)) throw new Unsupported(l10n.t('A `(` in the pattern is not closed.'));
  return group === undefined ? node : { ...node, group };
}

function readEscape(reader: Reader): (character: string) => boolean {
  const character = take(reader, /./suy)?.[0] ?? '';
  const kind = classes[character.toLowerCase()];
  if (kind) return (one) => kind.test(one) === (character === character.toLowerCase());
  const control = controls[character];
  if (control !== undefined) return (one) => one === control;
  if (character === '' || /[a-zA-Z0-9]/.test(character)) {
    throw new Unsupported(l10n.t('`\\{0}` is not understood in a pattern here.', character));
  }
  return range(character, character, reader);
}

const classes: Readonly<Record<string, RegExp>> = { d: /\d/, w: /\w/, s: /[ \t\n\v\f\r]/ };
const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function readClass(reader: Reader): (character: string) => boolean {
  const negated = take(reader, /\^/y) !== undefined;
  const accepts: ((character: string) => boolean)[] = [];
  while (!take(reader, /\]/y)) {
    const [whole = '', first = '', last] = take(reader, /([^\\\]])(?:-([^\\\]]))?/suy) ?? [];
    if (take(reader, /\\/y)) accepts.push(readEscape(reader));
    else if (whole === '') throw new Unsupported(l10n.t('A `[` in the pattern is not closed.'));
    else if (/\[|^&$/.test(whole))
      throw new Unsupported(l10n.t('Classes inside classes are not understood here.'));
    else accepts.push(range(first, last ?? first, reader));
  }
  return (character) => accepts.some((one) => one(character)) !== negated;
}

/** Java's flag `i` is about the letters of ASCII only. */
function range(first: string, last: string, { ignoreCase }: Reader): (character: string) => boolean {
  const inside = (one: string): boolean => one >= first && one <= last;
  if (!ignoreCase) return inside;
  return (one) =>
    inside(one) || (/^[a-zA-Z]$/.test(one) && (inside(one.toLowerCase()) || inside(one.toUpperCase())));
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.offset;
  const match = pattern.exec(reader.text) ?? undefined;
  if (match) reader.offset = pattern.lastIndex;
  return match;
}
