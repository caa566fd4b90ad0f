import type { Problem } from '../problem.ts';
import type { Stretch } from './chunks.ts';
import { parseJson } from './json.ts';

/** A JSON document in stretches, and what is wrong with what stands between them. */
export interface JsonStretches {
  readonly stretches: readonly Stretch[];
  readonly problems: readonly Problem[];
}

const line = /^([ \t]*)(?:"((?:[^"\\\r\n]|\\.)*)"[ \t]*:[ \t]*([^\s]?)|[}\]])/gm;

/**
 * Cuts a JSON document that is laid out with a line for each key into the entries of its top level, the section
 * `divided` into its own; a brace that is missing in an entry then concerns that entry alone. Undefined for a document
 * that is laid out otherwise: also where one of the keys `deeper` seems to stand so high.
 */
export function jsonChunksOf(
  text: string,
  divided: string,
  deeper: ReadonlySet<string>,
): JsonStretches | undefined {
  const stretches: { key: string; start: number; end: number }[] = [];
  let top = -1;
  let inside: { indent: number } | undefined;
  for (const { 0: written, 1: blank = '', 2: key, 3: value, index: at } of text.matchAll(line)) {
    const indent = blank.length;
    const start = at + indent;
    if (key === undefined) {
      // A bracket further left than the entry belongs to what the entry stands in.
      if (indent < (inside?.indent ?? top)) close(start);
      continue;
    }
    if (top === -1) {
      if (!/^\s*\{\s*$/.test(text.slice(0, at))) return undefined;
      top = indent;
    }
    const isHigh = indent === top || indent === inside?.indent;
    if (indent < top || (isHigh && deeper.has(key))) return undefined;
    if (indent === top) {
      close(start);
      const opens =
        key === divided &&
        value === '{' &&
        /^[ \t]*\r?\n/.test(text.slice(at + written.length, at + written.length + 200));
      inside = opens ? { indent: -1 } : undefined;
      if (!inside) open(key, start);
    } else if (inside && (inside.indent === -1 || indent === inside.indent)) {
      inside.indent = indent;
      open(`${divided}/${key}`, start);
    } else if (inside && indent < inside.indent) return undefined;
  }
  if (top === -1) return undefined;
  close(text.length);
  return { stretches, problems: problemsBetween(text, stretches) };

  function open(key: string, start: number): void {
    close(start);
    stretches.push({ key, start, end: text.length });
  }

  function close(end: number): void {
    const last = stretches.at(-1);
    if (last && last.end > end) last.end = last.start + text.slice(last.start, end).trimEnd().length;
  }
}

/** Every stretch is `"key":0` and the comma behind it here: what remains shows the commas and braces that are missing. */
function problemsBetween(text: string, stretches: readonly Stretch[]): readonly Problem[] {
  let skeleton = '';
  const pieces: { readonly at: number; readonly source: number }[] = [];
  let end = 0;
  const copy = (from: number, to: number) => {
    pieces.push({ at: skeleton.length, source: from });
    skeleton += text.slice(from, to);
  };
  for (const stretch of stretches) {
    copy(end, stretch.start);
    pieces.push({ at: skeleton.length, source: stretch.start });
    skeleton += '"":0';
    const isFollowed = text[stretch.end - 1] === ',';
    end = isFollowed ? stretch.end - 1 : stretch.end;
  }
  copy(end, text.length);
  return parseJson(skeleton).problems.map(({ message, span }) => ({
    message,
    span: { start: sourceOf(span.start), end: sourceOf(span.end) },
  }));

  function sourceOf(offset: number): number {
    const piece = pieces.findLast(({ at }) => at <= offset) ?? { at: 0, source: 0 };
    return Math.min(piece.source + offset - piece.at, text.length);
  }
}
