import * as l10n from '@vscode/l10n';
import type { Problem } from '../problem.ts';
import type { Entry, Node, Origin, Parsed, ScalarNode } from './node.ts';

interface Line {
  readonly indent: number;
  readonly words: readonly ScalarNode[];
}

/**
 * Parses the notation of Architect: a map of sections (`@ws`), each a list of what stands on its lines. A line of
 * several words is a list; a line with others indented below it is a map of one entry, of which the value is a list
 * where those have one word each, else a map. https://github.com/architect/parser
 */
export function parseArc(text: string): Parsed {
  const origin: Origin = { move: (offset) => offset };
  const problems: Problem[] = [];
  const sections: Entry[] = [];
  let lines: Line[] = [];
  let header: ScalarNode | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const name = /^@([\w-]*)/.exec(line)?.[1];
    if (name === undefined) {
      const words = wordsOf(line, index);
      const [first] = words;
      if (!first) continue;
      if (header) lines.push({ indent: first.place.outer.start - index, words });
      else
        problems.push({
          message: l10n.t('This stands in no section; sections begin with @.'),
          span: first.place.outer,
        });
      continue;
    }
    close();
    header = scalar(name, index + 1, index + 1 + name.length, index);
  }
  close();
  const span = { start: 0, end: text.length };
  const place = { origin, inner: span, outer: span };
  return { tree: { kind: 'map', place, entries: sections }, origin, problems };

  function close(): void {
    if (header) sections.push({ key: header, value: listOf(itemsOf(lines), header) });
    lines = [];
  }

  function itemsOf(all: readonly Line[]): Node[] {
    const outermost = all[0]?.indent ?? 0;
    const groups: { words: readonly ScalarNode[]; below: Line[] }[] = [];
    for (const line of all) {
      if (line.indent > outermost) groups.at(-1)?.below.push(line);
      else groups.push({ words: line.words, below: [] });
    }
    return groups.flatMap(({ words, below }) => (words[0] ? [itemOf(words, words[0], below)] : []));
  }

  function itemOf(words: readonly ScalarNode[], name: ScalarNode, below: readonly Line[]): Node {
    if (below.length > 0) {
      const value = below.every((line) => line.words.length === 1)
        ? listOf(
            below.flatMap((line) => line.words),
            name,
          )
        : mapOf(
            below.flatMap((line) => entryOfLine(line.words)),
            name,
          );
      return mapOf([{ key: name, value }], name);
    }
    return words.length > 1 ? listOf(words, name) : name;
  }

  function entryOfLine([key, first, ...more]: readonly ScalarNode[]): Entry[] {
    if (!key) return [];
    const { end } = key.place.outer;
    return [
      {
        key,
        value: first ? (more.length > 0 ? listOf([first, ...more], first) : first) : scalar('', end, end),
      },
    ];
  }

  function listOf(items: readonly Node[], at: Node): Node {
    return { kind: 'list', place: placeOf(items, at), items };
  }

  function mapOf(entries: readonly Entry[], at: Node): Node {
    return {
      kind: 'map',
      place: placeOf(
        entries.flatMap(({ key, value }) => [key, value]),
        at,
      ),
      entries,
    };
  }

  function placeOf(parts: readonly Node[], at: Node): Node['place'] {
    const [first] = parts;
    const last = parts.at(-1);
    if (!first || !last) return at.place;
    const inside = { start: first.place.outer.start, end: last.place.outer.end };
    return { origin, inner: inside, outer: inside };
  }

  function wordsOf(line: string, start: number): ScalarNode[] {
    const words: ScalarNode[] = [];
    for (const { 0: word, index } of line.matchAll(/#.*|"(?:[^"\\]|\\.)*"?|[^\s"#]+/g)) {
      if (word.startsWith('#')) break;
      const at = start + index;
      const end = at + word.length;
      if (!word.startsWith('"')) words.push(scalar(word, at, end));
      else {
        const closed = word.length > 1 && word.endsWith('"');
        words.push({
          ...scalar(word.slice(1, closed ? -1 : undefined), at + 1, closed ? end - 1 : end, at, end),
          quoted: true,
        });
      }
    }
    return words;
  }

  function scalar(value: string, start: number, end: number, outerStart = start, outerEnd = end): ScalarNode {
    return {
      kind: 'scalar',
      place: { origin, inner: { start, end }, outer: { start: outerStart, end: outerEnd } },
      value,
      quoted: false,
      spelling: 'yaml-plain',
      offsets: () => undefined,
    };
  }
}
