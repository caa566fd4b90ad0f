import * as l10n from '@vscode/l10n';
import {
  complain,
  cursorOf,
  endOfLine,
  hclName,
  peek,
  skipBlank,
  spanAt,
  take,
  takeToken,
  type HclCursor,
} from './hcl-cursor.ts';
import { readExpression } from './hcl-expressions.ts';
import { maximumHclDepth } from './hcl-terms.ts';
import type { HclAttribute, HclBlock, HclBody, HclLabel, ParsedHcl } from './hcl-tree.ts';

/** What stands behind a mistake is misread too, and telling it would hide the mistake. */
const mostProblems = 3;

/**
 * Parses Terraform's language, whatever it looks like: a file, or a stretch of it.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function parseHcl(text: string): ParsedHcl {
  const cursor = cursorOf(text);
  const attributes: HclAttribute[] = [];
  const blocks: HclBlock[] = [];
  while (cursor.at < text.length) {
    const body = readBody(cursor, 0);
    attributes.push(...body.attributes);
    blocks.push(...body.blocks);
    if (cursor.at < text.length) {
      complain(cursor, l10n.t('This } closes nothing.'));
      cursor.at += 1;
    }
  }
  return { text, body: { attributes, blocks }, problems: cursor.problems.slice(0, mostProblems) };
}

/** Reads up to the brace that closes the body, or the end. */
function readBody(cursor: HclCursor, depth: number): HclBody {
  const attributes: HclAttribute[] = [];
  const blocks: HclBlock[] = [];
  for (;;) {
    skipBlank(cursor, true);
    if (cursor.at >= cursor.text.length || cursor.text[cursor.at] === '}') return { attributes, blocks };
    const item = readItem(cursor, depth);
    if (item === undefined) skipLine(cursor, l10n.t('This is no attribute and no block.'));
    else if ('value' in item) attributes.push(item);
    else blocks.push(item);
    skipBlank(cursor, false);
    if (peek(cursor, /[\n}]|$/y) === undefined && item !== undefined)
      skipLine(cursor, l10n.t('A line break is missing here.'));
  }
}

function readItem(cursor: HclCursor, depth: number): HclAttribute | HclBlock | undefined {
  const start = cursor.at;
  const name = take(cursor, hclName);
  if (name === undefined) return undefined;
  const nameSpan = { start, end: cursor.at };
  skipBlank(cursor, false);
  if (peek(cursor, /=(?!=)/y)) {
    cursor.at += 1;
    return { name, nameSpan, value: readExpression(cursor) };
  }
  const labels: HclLabel[] = [];
  for (let label = readLabel(cursor); label; label = readLabel(cursor)) {
    labels.push(label);
    skipBlank(cursor, false);
  }
  const isOpen = depth < maximumHclDepth && takeToken(cursor, '{');
  if (!isOpen) {
    const message = l10n.t('"{0}" is followed by neither = nor {.', name);
    complain(cursor, message, nameSpan);
    cursor.at = endOfLine(cursor.text, cursor.at);
  }
  const body = isOpen ? readBody(cursor, depth + 1) : { attributes: [], blocks: [] };
  if (isOpen && !takeToken(cursor, '}'))
    complain(cursor, l10n.t('The { of "{0}" is not closed.', name), nameSpan);
  return { type: name, typeSpan: nameSpan, labels, body, span: { start, end: cursor.at } };
}

function readLabel(cursor: HclCursor): HclLabel | undefined {
  const start = cursor.at;
  const written = take(cursor, /"(?:[^"\\\n]|\\.)*"?/y);
  if (written === undefined) {
    const value = take(cursor, hclName);
    return value === undefined ? undefined : { value, span: { start, end: cursor.at } };
  }
  const isClosed = written.length > 1 && written.endsWith('"');
  const end = isClosed ? cursor.at - 1 : cursor.at;
  if (!isClosed) complain(cursor, l10n.t('This " has no closing " on its line.'), { start, end });
  return { value: cursor.text.slice(start + 1, end), span: { start: start + 1, end } };
}

function skipLine(cursor: HclCursor, message: string): void {
  complain(cursor, message, spanAt(cursor));
  // A brace that closes the body is left; at least one character is passed.
  cursor.at = Math.max(cursor.at + 1, endOfLine(cursor.text, cursor.at));
}
