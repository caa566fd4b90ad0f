import type { SyntaxNode } from '@lezer/common';
import { childrenOf, spanOfNode, unknown } from './script-nodes.ts';
import type { Reader } from './script-reader.ts';
import { scriptText } from './script-text.ts';
import type { Expression, TemplatePart, TextExpression } from './script.ts';

/** A string of JavaScript; one that is not closed ends with its line. */
export function javaScriptString(node: SyntaxNode, text: string): TextExpression {
  const { from: start, to } = node;
  const quote = text.charAt(start);
  const isClosed = to > start + 1 && text[to - 1] === quote && !isEscaped(text, to - 1);
  const broken = /[\r\n]+$/.exec(text.slice(start, to))?.[0].length ?? 0;
  const end = isClosed ? to - 1 : Math.max(start + 1, to - broken);
  const spelling = quote === '"' ? 'script-double' : 'script-single';
  return {
    kind: 'text',
    span: { start, end: isClosed ? to : end },
    text: scriptText(text, start + 1, end, spelling, 'javascript'),
  };
}

/** A template literal; one without expressions is a text. */
export function javaScriptTemplate(node: SyntaxNode, read: Reader): Expression {
  const { text } = read;
  const holes = childrenOf(node).filter(({ name }) => name === 'Interpolation');
  const last = text[node.to - 1] === '`' && node.to > node.from + 1 && !isEscaped(text, node.to - 1);
  const inner = { start: node.from + 1, end: last ? node.to - 1 : node.to };
  const stretch = (start: number, end: number) =>
    scriptText(text, start, end, 'script-template', 'javascript');
  if (holes.length === 0)
    return { kind: 'text', span: spanOfNode(node), text: stretch(inner.start, inner.end) };
  const parts: TemplatePart[] = [];
  let done = inner.start;
  for (const hole of holes) {
    if (hole.from > done) parts.push({ kind: 'stretch', text: stretch(done, hole.from) });
    const value = childrenOf(hole).find(({ name }) => !name.startsWith('Interpolation'));
    const span = spanOfNode(hole);
    parts.push({ kind: 'hole', span, value: value ? read.expression(value) : unknown(span) });
    done = hole.to;
  }
  if (done < inner.end) parts.push({ kind: 'stretch', text: stretch(done, inner.end) });
  return { kind: 'template', span: spanOfNode(node), parts, inner, spelling: 'script-template' };
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
