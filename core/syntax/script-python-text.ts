import type { SyntaxNode } from '@lezer/common';
import { childrenOf, spanOfNode, unknown } from './script-nodes.ts';
import type { Reader } from './script-reader.ts';
import { scriptText } from './script-text.ts';
import type { Expression, TemplatePart, TextExpression } from './script.ts';

/** A string of Python; one that is not closed ends with its line. */
export function pythonString(node: SyntaxNode, text: string): TextExpression {
  const { start, inner, end, isRaw, quote } = quotesOf(node, text);
  const spelling = isRaw ? 'script-raw' : quote.startsWith('"') ? 'script-double' : 'script-single';
  return {
    kind: 'text',
    span: { start, end },
    text: scriptText(text, inner.start, inner.end, spelling, isRaw ? 'none' : 'python'),
  };
}

/** An f-string; one without expressions is a text. */
export function pythonFormat(node: SyntaxNode, read: Reader): Expression {
  const { text } = read;
  const { start, end, inner, isRaw } = quotesOf(node, text);
  const stretch = (from: number, to: number) =>
    scriptText(text, from, to, 'script-format', isRaw ? 'none' : 'python', true);
  const holes = childrenOf(node).filter(({ name }) => name === 'FormatReplacement');
  if (holes.length === 0)
    return { kind: 'text', span: { start, end }, text: stretch(inner.start, inner.end) };
  const parts: TemplatePart[] = [];
  let done = inner.start;
  for (const hole of holes) {
    if (hole.from > done) parts.push({ kind: 'stretch', text: stretch(done, hole.from) });
    const value = childrenOf(hole).find(({ name }) => !/^(?:[{}]|Format\w+)$/.test(name));
    const span = spanOfNode(hole);
    parts.push({ kind: 'hole', span, value: value ? read.expression(value) : unknown(span) });
    done = Math.max(done, hole.to);
  }
  if (done < inner.end) parts.push({ kind: 'stretch', text: stretch(done, inner.end) });
  return { kind: 'template', span: { start, end }, parts, inner, spelling: 'script-format' };
}

function quotesOf({ from: start, to }: SyntaxNode, text: string) {
  const [, prefix = '', quote = ''] = /^([A-Za-z]{0,2})("""|'''|"|')/.exec(text.slice(start, to)) ?? [];
  const innerStart = start + prefix.length + quote.length;
  const isClosed =
    to >= innerStart + quote.length && text.endsWith(quote, to) && !isEscaped(text, to - quote.length);
  const broken = isClosed || quote.length > 1 ? 0 : (/[\r\n]+$/.exec(text.slice(start, to))?.[0].length ?? 0);
  const innerEnd = isClosed ? to - quote.length : Math.max(innerStart, to - broken);
  return {
    start,
    end: isClosed ? to : innerEnd,
    inner: { start: innerStart, end: innerEnd },
    isRaw: /r/i.test(prefix),
    quote,
  };
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
