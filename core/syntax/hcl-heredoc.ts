import * as l10n from '@vscode/l10n';
import { complain, peek, type HclCursor } from './hcl-cursor.ts';
import { foldDirectives, type HclMark } from './hcl-directives.ts';
import { plainText, readSequence } from './hcl-template.ts';
import type { ReadExpression } from './hcl-for.ts';
import type { HclTemplate, HclText } from './hcl-tree.ts';

const opening = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?(?:\n|$)/uy;

/** Whether a heredoc begins at the cursor. */
export function isHeredoc(cursor: HclCursor): boolean {
  return peek(cursor, opening) !== undefined;
}

/** Reads `<<EOT` to its end marker; one that has none ends with the text. */
export function readHeredoc(cursor: HclCursor, read: ReadExpression): HclTemplate {
  const { text, at: start } = cursor;
  opening.lastIndex = start;
  const [whole = '', flush = '', name = ''] = opening.exec(text) ?? [];
  const first = start + whole.length;
  const end = heredocEnd(text, first, name);
  if (!end)
    complain(cursor, l10n.t('The line that ends this text, {0}, is missing.', name), { start, end: first });
  const { content, behind } = end ?? { content: text.length, behind: text.length };
  const inner = { start: first, end: content };
  // Nothing of the end marker may be read as a part of what is put in.
  const inside: HclCursor = { ...cursor, text: text.slice(0, content), at: first };
  const marks: HclMark[] = [];
  while (inside.at < content) marks.push(readMark(inside, read));
  cursor.at = behind;
  return {
    kind: 'template',
    span: { start, end: behind },
    inner,
    spelling: 'hcl-heredoc',
    parts: foldDirectives(flush === '' ? marks : withoutIndent(marks)),
  };
}

/** Where the lines of a heredoc end, and the marker behind them. */
function heredocEnd(
  text: string,
  from: number,
  name: string,
): { readonly content: number; readonly behind: number } | undefined {
  for (let at = from; at < text.length;) {
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    // Most lines cannot be the marker; cutting each one out would cost more than all else.
    if (end - at >= name.length) {
      const line = text.slice(at, end);
      const content = line.trim();
      if (content === name) return { content: at, behind: at + line.trimEnd().length };
    }
    if (next === -1) return undefined;
    at = next + 1;
  }
  return undefined;
}

/** A line, or the rest of it up to what is put in. */
function readMark(cursor: HclCursor, read: ReadExpression): HclMark {
  const { at: start } = cursor;
  const line = peek(cursor, /(?:[^$%\n]|\$\$\{|%%\{|[$%](?!\{))*\n?/y) ?? '';
  if (line === '') return readSequence(cursor, read);
  cursor.at += line.length;
  return plainText(line, start);
}

/** What all lines begin with is taken off (`<<-`). */
function withoutIndent(marks: readonly HclMark[]): HclMark[] {
  const isFirst = marks.map((_, index) => {
    const before = marks[index - 1];
    return index === 0 || (before?.kind === 'text' && before.value.endsWith('\n'));
  });
  const indents = marks.flatMap((mark, index) =>
    isFirst[index] && !isEmptyLine(mark) ? [indentOf(mark)] : [],
  );
  const indent = indents.reduce((least, one) => Math.min(least, one), Number.MAX_SAFE_INTEGER);
  return marks.map((mark, index) =>
    isFirst[index] && mark.kind === 'text' && !isEmptyLine(mark) ? cut(mark, indent) : mark,
  );
}

function isEmptyLine(mark: HclMark): boolean {
  return mark.kind === 'text' && /^\s*\n$/.test(mark.value);
}

function indentOf(mark: HclMark): number {
  return mark.kind === 'text' ? (/^[^\S\n]*/.exec(mark.value)?.[0].length ?? 0) : 0;
}

function cut(text: HclText, indent: number): HclText {
  const { span, value, offsets } = text;
  return {
    ...text,
    span: { start: span.start + indent, end: span.end },
    value: value.slice(indent),
    ...(offsets && { offsets: offsets.slice(indent) }),
  };
}
