import { parseTree, printParseErrorCode, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import type { Problem } from '../problem.ts';
import { maximumDepth, type Node, type ScalarNode } from './node.ts';

/** Parsed JSON; its offsets count from the start of the text. */
export interface JsonSource {
  readonly text: string;
  readonly root?: JsonNode;
  readonly problems: readonly Problem[];
}

/** Parses JSON, whatever it looks like; what is wrong with it is in `problems`. */
export function parseJson(text: string): JsonSource {
  const errors: ParseError[] = [];
  // The parser takes a byte order mark for an invalid symbol; a space keeps the offsets.
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  try {
    const root = parseTree(source, errors, { allowTrailingComma: true });
    const problems = errors.map(({ error, offset, length }) => ({
      message: sentenceOf(printParseErrorCode(error)),
      span: { start: offset, end: offset + length },
    }));
    return { text, ...(root && { root }), problems };
  } catch {
    const message = 'This is nested too deeply to be read.';
    return { text, problems: [{ message, span: { start: 0, end: text.length } }] };
  }
}

/** The tree of parsed JSON, its offsets moved by `place`. */
export function jsonNode(source: JsonSource, place: (offset: number) => number): Node | undefined {
  const { text, root } = source;

  function convert(node: JsonNode, depth: number): Node {
    const start = node.offset;
    const end = node.offset + node.length;
    const span = { start: place(start), end: place(end) };
    if (depth > maximumDepth) return scalarAt(start, start, '');
    if (node.type === 'array') {
      const items = (node.children ?? []).map((item) => convert(item, depth + 1));
      return { kind: 'list', span, outer: span, items };
    }
    if (node.type === 'object') {
      const entries = (node.children ?? []).flatMap(({ children, colonOffset }) => {
        const [key, value] = children ?? [];
        if (!key) return [];
        const gap = valueGap(colonOffset ?? key.offset + key.length);
        const missing = !value || isNextKey(value);
        return [{ key: scalar(key), value: missing ? scalarAt(gap, gap, '') : convert(value, depth + 1) }];
      });
      return { kind: 'map', span, outer: span, entries };
    }
    return scalar(node);
  }

  function scalar(node: JsonNode): ScalarNode {
    const end = node.offset + node.length;
    const written = text.slice(node.offset, end);
    if (node.type !== 'string') return scalarAt(node.offset, end, written);
    const closed = written.length > 1 && written.endsWith('"') && escapesEvenly(written);
    const innerEnd = closed ? end - 1 : end;
    return {
      ...scalarAt(node.offset + 1, innerEnd, String(node.value)),
      quoted: true,
      outer: { start: place(node.offset), end: place(end) },
      offsets: () =>
        written.includes('\\') ? stringOffsets(text, node.offset + 1, innerEnd).map(place) : undefined,
    };
  }

  function scalarAt(start: number, end: number, value: string): ScalarNode {
    const span = { start: place(start), end: place(end) };
    return {
      kind: 'scalar',
      value,
      span,
      outer: span,
      quoted: false,
      spelling: 'json',
      offsets: () => undefined,
    };
  }

  /** Behind `"RouteKey": ` with nothing yet, the parser takes the next line's key for the value. */
  function isNextKey(value: JsonNode): boolean {
    return (
      value.type === 'string' &&
      /^\s*:/.test(text.slice(value.offset + value.length, value.offset + value.length + 9))
    );
  }

  function valueGap(colon: number): number {
    const after = text[colon] === ':' ? colon + 1 : colon;
    return text[after] === ' ' ? after + 1 : after;
  }

  return root ? convert(root, 0) : undefined;
}

/** Whether the quote at the end closes the string, which it does behind an even number of backslashes. */
function escapesEvenly(written: string): boolean {
  return (/\\*(?="$)/.exec(written)?.[0].length ?? 0) % 2 === 0;
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

/** `CommaExpected` → `Comma expected.` */
function sentenceOf(code: string): string {
  const words = code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words}.`;
}
