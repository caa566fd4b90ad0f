import * as l10n from '@vscode/l10n';
import { parseTree, printParseErrorCode, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import { maximumDepth, type Node, type Origin, type Parsed, type ScalarNode } from './node.ts';

/** Parses JSON, whatever it looks like; comments and commas at the end are no problem. */
export function parseJson(text: string): Parsed {
  return parse(text, 0, text.length);
}

/** Parses an entry of an object, `"key": value`, as the object that has it alone; a comma may follow. */
export function parseJsonEntry(text: string): Parsed {
  // A text that is not closed ends with the line.
  return parse(`{${text}\n}`, 1, text.length);
}

/** `before` characters of the text, and what follows `length` more, are not of the file. */
function parse(text: string, before: number, length: number): Parsed {
  const origin: Origin = { move: (offset) => offset };
  const errors: ParseError[] = [];
  const inFile = (offset: number) => Math.min(Math.max(offset - before, 0), length);
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    const problems = errors.map(({ error, offset, length: size }) => ({
      message: sentences[printParseErrorCode(error)] ?? l10n.t('This is no JSON.'),
      span: { start: inFile(offset), end: inFile(offset + size) },
    }));
    return { tree: root && treeOf(root, text, origin, inFile), origin, problems };
  } catch {
    // The parser recurses; only extreme nesting ends here.
    const message = l10n.t('This is nested too deeply to be read.');
    return { tree: undefined, origin, problems: [{ message, span: { start: 0, end: length } }] };
  }
}

function treeOf(root: JsonNode, text: string, origin: Origin, inFile: (offset: number) => number): Node {
  return convert(root, 0);

  function convert(node: JsonNode, depth: number): Node {
    const end = node.offset + node.length;
    if (depth > maximumDepth) return literal(end, end);
    const span = spanIn(node.offset, end);
    const place = { origin, inner: span, outer: span };
    if (node.type === 'array') {
      return { kind: 'list', place, items: (node.children ?? []).map((item) => convert(item, depth + 1)) };
    }
    if (node.type !== 'object') return scalar(node);
    const entries = (node.children ?? []).flatMap(({ children, colonOffset }) => {
      const [key, value] = children ?? [];
      if (!key) return [];
      const gap = behindColon(colonOffset ?? key.offset + key.length);
      const isMissing = !value || isNextKey(value);
      return [{ key: scalar(key), value: isMissing ? literal(gap, gap) : convert(value, depth + 1) }];
    });
    return { kind: 'map', place, entries };
  }

  function scalar(node: JsonNode): ScalarNode {
    const [start, end] = [node.offset, node.offset + node.length];
    if (node.type !== 'string') return literal(start, end);
    const written = text.slice(start, end);
    const innerEnd = isClosed(written) ? end - 1 : end;
    return {
      kind: 'scalar',
      place: { origin, inner: spanIn(start + 1, innerEnd), outer: spanIn(start, end) },
      value: String(node.value),
      quoted: true,
      spelling: 'json',
      offsets: () =>
        written.includes('\\') ? stringOffsets(text, start + 1, innerEnd).map(inFile) : undefined,
    };
  }

  /** A number, `true`, `false`, `null`, or nothing yet. */
  function literal(start: number, end: number): ScalarNode {
    const span = spanIn(start, end);
    const place = { origin, inner: span, outer: span };
    const value = text.slice(start, end);
    return { kind: 'scalar', place, value, quoted: false, spelling: 'json', offsets: () => undefined };
  }

  function spanIn(start: number, end: number) {
    return { start: inFile(start), end: inFile(end) };
  }

  /** Behind `"RouteKey": ` with nothing yet, the parser takes the next line's key for the value. */
  function isNextKey({ type, offset, length }: JsonNode): boolean {
    return type === 'string' && /^\s*:/.test(text.slice(offset + length, offset + length + 9));
  }

  function behindColon(colon: number): number {
    const after = text[colon] === ':' ? colon + 1 : colon;
    return text[after] === ' ' ? after + 1 : after;
  }
}

/** Whether the quote at the end closes the string, which it does behind an even number of backslashes. */
function isClosed(written: string): boolean {
  if (written.length < 2 || !written.endsWith('"')) return false;
  let backslashes = 0;
  while (written.at(-2 - backslashes) === '\\') backslashes += 1;
  return backslashes % 2 === 0;
}

function stringOffsets(source: string, start: number, end: number): number[] {
  const offsets: number[] = [];
  for (let at = start; at < end;) {
    offsets.push(at);
    at += source[at] !== '\\' ? 1 : source[at + 1] === 'u' ? 6 : 2;
  }
  offsets.push(end);
  return offsets;
}

/** By the parser's codes. */
const sentences: Readonly<Record<string, string>> = {
  InvalidSymbol: l10n.t('This is no value of JSON; a text needs double quotes.'),
  InvalidNumberFormat: l10n.t('This is no number of JSON.'),
  PropertyNameExpected: l10n.t('A key in double quotes is missing here.'),
  ValueExpected: l10n.t('A value is missing here.'),
  ColonExpected: l10n.t('A colon is missing here.'),
  CommaExpected: l10n.t('A comma is missing here.'),
  CloseBraceExpected: l10n.t('A closing brace is missing here.'),
  CloseBracketExpected: l10n.t('A closing bracket is missing here.'),
  EndOfFileExpected: l10n.t('This stands behind the end of the document.'),
  UnexpectedEndOfComment: l10n.t('This comment has no end.'),
  UnexpectedEndOfString: l10n.t('This text has no closing double quote on its line.'),
  UnexpectedEndOfNumber: l10n.t('This number is not complete.'),
  InvalidUnicode: l10n.t('Behind \\u four hexadecimal digits must follow.'),
  InvalidEscapeCharacter: l10n.t('This backslash begins no escape of JSON; write two for a backslash.'),
  InvalidCharacter: l10n.t('This text has a character that JSON wants escaped.'),
};
