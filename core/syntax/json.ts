import { parseTree, printParseErrorCode, type Node as JsonNode, type ParseError } from 'jsonc-parser';
import { maximumDepth, type Node, type Origin, type Parsed, type ScalarNode } from './node.ts';

/** Parses JSON, whatever it looks like; comments and commas at the end are no problem. */
export function parseJson(text: string): Parsed {
  const origin: Origin = { move: (offset) => offset };
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    const problems = errors.map(({ error, offset, length }) => ({
      message: sentenceOf(printParseErrorCode(error)),
      span: { start: offset, end: offset + length },
    }));
    return { tree: root && treeOf(root, text, origin), origin, problems };
  } catch {
    // The parser recurses; only extreme nesting ends here.
    const message = 'This is nested too deeply to be read.';
    return { tree: undefined, origin, problems: [{ message, span: { start: 0, end: text.length } }] };
  }
}

function treeOf(root: JsonNode, text: string, origin: Origin): Node {
  return convert(root, 0);

  function convert(node: JsonNode, depth: number): Node {
    const span = { start: node.offset, end: node.offset + node.length };
    const place = { origin, inner: span, outer: span };
    if (depth > maximumDepth) return literal(span.end, span.end);
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
    const outer = { start: node.offset, end: node.offset + node.length };
    if (node.type !== 'string') return literal(outer.start, outer.end);
    const written = text.slice(outer.start, outer.end);
    const inner = { start: outer.start + 1, end: isClosed(written) ? outer.end - 1 : outer.end };
    return {
      kind: 'scalar',
      place: { origin, inner, outer },
      value: String(node.value),
      quoted: true,
      spelling: 'json',
      offsets: () => (written.includes('\\') ? stringOffsets(text, inner.start, inner.end) : undefined),
    };
  }

  /** A number, `true`, `false`, `null`, or nothing yet. */
  function literal(start: number, end: number): ScalarNode {
    const span = { start, end };
    const place = { origin, inner: span, outer: span };
    const value = text.slice(start, end);
    return { kind: 'scalar', place, value, quoted: false, spelling: 'json', offsets: () => undefined };
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
