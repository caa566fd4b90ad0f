import * as l10n from '@vscode/l10n';
import {
  complain,
  hclName,
  inBrackets,
  peek,
  skipBlank,
  take,
  takeToken,
  type HclCursor,
} from './hcl-cursor.ts';
import { isHeredoc, readHeredoc } from './hcl-heredoc.ts';
import { readForIntroduction, type ReadExpression } from './hcl-for.ts';
import { readQuoted } from './hcl-template.ts';
import type { HclEntry, HclExpression } from './hcl-tree.ts';

/** Deeper expressions and blocks are read as missing, so that whoever walks the tree may recurse. */
export const maximumHclDepth = 60;

const keywords: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads a term: what stands between two operators, without indexes and attributes behind it. */
export function readTerm(cursor: HclCursor, read: ReadExpression): HclExpression {
  const start = cursor.at;
  const number = take(cursor, /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  if (number !== undefined) return { kind: 'literal', span: from(start, cursor), value: Number(number) };
  if (isHeredoc(cursor)) return readHeredoc(cursor, read);
  switch (cursor.text.charAt(cursor.at)) {
    case '"':
      return readQuoted(cursor, read);
    case '(':
      return readParentheses(cursor, read);
    case '[':
      return isFor(cursor) ? readFor(cursor, ']', read) : readList(cursor, read);
    case '{':
      return isFor(cursor) ? readFor(cursor, '}', read) : readObject(cursor, read);
    default:
      return readName(cursor, read);
  }
}

function readName(cursor: HclCursor, read: ReadExpression): HclExpression {
  const start = cursor.at;
  const name = take(cursor, hclName);
  if (name === undefined) {
    const isEmpty = peek(cursor, /[\s,\])}#]|$/y) !== undefined;
    complain(
      cursor,
      isEmpty ? l10n.t('A value is missing here.') : l10n.t('This cannot be read as a value.'),
    );
    return { kind: 'missing', span: { start, end: start } };
  }
  const space = take(cursor, /(?:::[\p{ID_Continue}-]+)+/uy) ?? '';
  const keyword = keywords.get(name);
  if (keyword !== undefined) return { kind: 'literal', span: from(start, cursor), value: keyword };
  if (takeToken(cursor, '(')) return readCall(cursor, start, name + space, read);
  return { kind: 'name', span: from(start, cursor), name };
}

function readCall(cursor: HclCursor, start: number, name: string, read: ReadExpression): HclExpression {
  const items: HclExpression[] = [];
  let spreads = false;
  inBrackets(cursor, true, () => {
    readItems(cursor, ')', () => {
      items.push(read(cursor));
      skipBlank(cursor);
      spreads = takeToken(cursor, '...');
    });
    close(cursor, ')', { start, end: start + name.length });
  });
  return { kind: 'call', span: from(start, cursor), name, items, spreads };
}

function readParentheses(cursor: HclCursor, read: ReadExpression): HclExpression {
  const start = cursor.at;
  cursor.at += 1;
  return inBrackets(cursor, true, () => {
    const inner = read(cursor);
    close(cursor, ')', { start, end: start + 1 });
    return { ...inner, span: from(start, cursor) };
  });
}

function readList(cursor: HclCursor, read: ReadExpression): HclExpression {
  const start = cursor.at;
  cursor.at += 1;
  const items: HclExpression[] = [];
  inBrackets(cursor, true, () => {
    readItems(cursor, ']', () => items.push(read(cursor)));
    close(cursor, ']', { start, end: start + 1 });
  });
  return { kind: 'list', span: from(start, cursor), items };
}

/** Items with commas between them, up to what closes the list or cannot be in it. */
function readItems(cursor: HclCursor, closing: string, readItem: () => void): void {
  for (;;) {
    skipBlank(cursor);
    if (cursor.at >= cursor.text.length || cursor.text[cursor.at] === closing) return;
    const { at } = cursor;
    readItem();
    skipBlank(cursor);
    if (!takeToken(cursor, ',') && cursor.text[cursor.at] !== closing) return;
    if (cursor.at === at) return;
  }
}

function readObject(cursor: HclCursor, read: ReadExpression): HclExpression {
  const start = cursor.at;
  cursor.at += 1;
  const entries: HclEntry[] = [];
  inBrackets(cursor, false, () => {
    for (;;) {
      take(cursor, /,/y);
      skipBlank(cursor, true);
      if (cursor.at >= cursor.text.length || cursor.text[cursor.at] === '}') return;
      const { at } = cursor;
      const entry = readEntry(cursor, read);
      if (entry) entries.push(entry);
      skipBlank(cursor);
      if (cursor.at === at || peek(cursor, /[,\n}]|$/y) === undefined) {
        complain(cursor, l10n.t('A line break or a comma is missing here.'));
        take(cursor, /[^\n}]+/y);
        if (cursor.at === at) return;
      }
    }
  });
  close(cursor, '}', { start, end: start + 1 });
  return { kind: 'object', span: from(start, cursor), entries };
}

function readEntry(cursor: HclCursor, read: ReadExpression): HclEntry | undefined {
  const word = peek(cursor, /[\p{ID_Start}_][\p{ID_Continue}-]*(?=\s*(?:=(?!=)|:))/uy);
  const start = cursor.at;
  if (word !== undefined) cursor.at += word.length;
  const span = from(start, cursor);
  const key: HclExpression =
    word === undefined
      ? read(cursor)
      : {
          kind: 'template',
          span,
          inner: span,
          spelling: 'hcl',
          parts: [{ kind: 'text', span, value: word }],
        };
  skipBlank(cursor);
  if (take(cursor, /[=:](?!=)/y) === undefined) {
    if (key.kind !== 'missing') complain(cursor, l10n.t('This key has no = and no value.'), key.span);
    return undefined;
  }
  return { key, value: read(cursor) };
}

function isFor(cursor: HclCursor): boolean {
  return peek(cursor, /[[{](?:\s|(?:#|\/\/)[^\n]*\n)*for\s+[\p{ID_Start}_"]/uy) !== undefined;
}

function readFor(cursor: HclCursor, closing: ']' | '}', read: ReadExpression): HclExpression {
  const start = cursor.at;
  cursor.at += 1;
  return inBrackets(cursor, true, () => {
    skipBlank(cursor);
    const { names, collection } = readForIntroduction(cursor, read);
    skipBlank(cursor);
    if (!takeToken(cursor, ':'))
      complain(cursor, l10n.t('The : of this for is missing.'), { start, end: start + 1 });
    const first = read(cursor);
    skipBlank(cursor);
    const second = takeToken(cursor, '=>') ? read(cursor) : undefined;
    skipBlank(cursor);
    takeToken(cursor, '...');
    skipBlank(cursor);
    const condition = take(cursor, /if\b/y) === undefined ? undefined : read(cursor);
    close(cursor, closing, { start, end: start + 1 });
    return {
      kind: 'for',
      span: from(start, cursor),
      names,
      collection,
      ...(second && { key: first }),
      value: second ?? first,
      ...(condition && { condition }),
    };
  });
}

function close(cursor: HclCursor, closing: string, open: { start: number; end: number }): void {
  skipBlank(cursor, true);
  if (takeToken(cursor, closing)) return;
  complain(cursor, l10n.t('The {0} that closes this is missing.', closing), open);
}

function from(start: number, { at }: HclCursor) {
  return { start, end: at };
}
