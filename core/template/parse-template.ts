import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';
import { maxTemplateLength } from './limits.ts';
import type { Node } from './node.ts';
import { parseDirective, directiveNames } from './parse-directive.ts';
import { parseOperand } from './parse-operand.ts';
import { parseReference } from './parse-reference.ts';
import { deeper, type Reader, report, spanOf, take } from './reader.ts';

/** A mapping template, understood as far as it can be. */
export interface Template {
  readonly text: string;
  readonly nodes: readonly Node[];
  /** What makes it impossible to render; in the order of the text. */
  readonly problems: readonly Problem[];
}

/**
 * Parses a mapping template as Apache Velocity 1.7 does; never throws.
 * https://velocity.apache.org/engine/1.7/vtl-reference.html
 */
export function parseTemplate(text: string): Template {
  if (text.length > maxTemplateLength) {
    const message = l10n.t('A mapping template has at most {0} bytes.', maxTemplateLength);
    return { text, nodes: [], problems: [{ message, span: { start: 0, end: text.length } }] };
  }
  const problems: Problem[] = [];
  const nodes = parseText(text, problems, 0);
  return { text, nodes, problems: problems.toSorted((one, other) => one.span.start - other.span.start) };
}

function parseText(
  text: string,
  problems: Problem[],
  depth: number,
  places?: readonly number[],
): readonly Node[] {
  const reader: Reader = {
    text,
    offset: 0,
    depth,
    problems,
    ...(places && { places }),
    parseInside: (inside, at, deep) => parseText(inside, problems, deep, at),
  };
  return parseNodes(reader, []);
}

/** Parses up to the end or to one of these directives, which is not taken. */
function parseNodes(reader: Reader, stops: readonly string[]): readonly Node[] {
  const nodes: Node[] = [];
  while (reader.offset < reader.text.length) {
    const start = reader.offset;
    if (take(reader, /##[^\r\n]*(?:\r\n|\r|\n)?/y)) continue;
    if (take(reader, /#\*/y)) {
      if (!take(reader, /[^]*?\*#/y)) unclosed(reader, start, 'comment', '*#');
      continue;
    }
    if (stops.includes(directiveAt(reader) ?? '')) break;
    nodes.push(parseNode(reader, start));
  }
  return nodes;
}

function parseNode(reader: Reader, start: number): Node {
  const literal = take(reader, /#\[\[([^]*?)\]\]#/y);
  if (literal) return textNode(reader, start, literal[1] ?? '');
  if (take(reader, /#\[\[/y)) {
    unclosed(reader, start, 'text', ']]#');
    return textNode(reader, start, '');
  }
  return (
    parseEscape(reader, start) ??
    parseReference(reader, parseOperand) ??
    deeper(reader, () => parseDirective(reader, parseNodes)) ??
    parsePlain(reader, start)
  );
}

function parsePlain(reader: Reader, start: number): Node {
  // `$\!x` is no reference, and loses one backslash.
  const runt = take(reader, /\$(\\*)\\!/y);
  if (runt) return textNode(reader, start, `$${runt[1] ?? ''}!`);
  if (take(reader, /\$!(?=[^[{])/y)) return textNode(reader, start, '$');
  const open = take(reader, /(?:#|\$!?)$/y)?.[0];
  if (open !== undefined && !reader.places) {
    report(reader, l10n.t('A template cannot end with `{0}`.', open), start, reader.offset);
  }
  if (reader.offset === start && !take(reader, /[^$#\\]+|\\+/y)) reader.offset++;
  return textNode(reader, start, reader.text.slice(start, reader.offset));
}

/** Backslashes before a directive; an odd number of them makes it text. */
function parseEscape(reader: Reader, start: number): Node | undefined {
  const [, slashes = '', , bracketed, name = bracketed] =
    /^(\\+)(#(?:\{([a-zA-Z_]\w*)\}|([a-zA-Z_]\w*)))/.exec(reader.text.slice(start, start + 200)) ?? [];
  if (name === undefined || !directiveNames.has(name)) return undefined;
  const isText = slashes.length % 2 === 1;
  // Of all directives only `#set` leaves an even number of backslashes as they are.
  if (name === 'set' && !isText) return undefined;
  reader.offset += slashes.length;
  const kept = '\\'.repeat(Math.floor(slashes.length / 2));
  const directive = isText ? (take(reader, /#(?:\{\w+\}|\w+)/y)?.[0] ?? '') : '';
  return textNode(reader, start, kept + directive);
}

function directiveAt({ text, offset }: Reader): string | undefined {
  if (text.charAt(offset) !== '#') return undefined;
  const [, bracketed, name = bracketed] =
    /^#(?:\{(\w+)\}|([a-zA-Z_][\w@]*))/.exec(text.slice(offset, offset + 40)) ?? [];
  return name;
}

function textNode(reader: Reader, start: number, text: string): Node {
  return { kind: 'text', text, span: spanOf(reader, start, reader.offset) };
}

function unclosed(reader: Reader, start: number, what: string, closing: string): void {
  const end = reader.text.length;
  report(reader, l10n.t('This {0} is not closed: add `{1}`.', what, closing), start, end);
  reader.offset = end;
}
