const escapeLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/**
 * The source offset of every character, and of the end, of a plain or quoted scalar
 * whose source without quotes stands at `start` to `end`.
 */
export function flowOffsets(
  source: string,
  start: number,
  end: number,
  spelling: 'yaml-plain' | 'yaml-single' | 'yaml-double',
): number[] {
  const offsets: number[] = [];
  let at = start;
  while (at < end) {
    const character = source.charAt(at);
    if (character === '\\' && spelling === 'yaml-double') {
      const next = source.charAt(at + 1);
      if (next === '\n' || next === '\r') {
        at = fold(source, at + 1, end, offsets, 1);
        continue;
      }
      const length = escapeLengths[next] ?? 2;
      offsets.push(at);
      if (length === 10 && Number.parseInt(source.slice(at + 2, at + 10), 16) > 0xffff) offsets.push(at);
      at += length;
    } else if (character === "'" && spelling === 'yaml-single') {
      offsets.push(at);
      at += 2;
    } else if (isBlank(character)) {
      at = fold(source, at, end, offsets, 0);
    } else {
      offsets.push(at);
      at += 1;
    }
  }
  offsets.push(end);
  return offsets;
}

/** A run of blanks: kept within a line; one line break is a space, each further one a line break. */
function fold(source: string, at: number, end: number, offsets: number[], escaped: 0 | 1): number {
  let stop = at;
  const breaks: number[] = [];
  while (stop < end && isBlank(source.charAt(stop))) {
    if (source[stop] === '\n') breaks.push(stop);
    stop += 1;
  }
  if (breaks.length === 0) for (let offset = at; offset < stop; offset++) offsets.push(offset);
  else if (breaks.length === 1) offsets.push(...(escaped ? [] : [at]));
  else offsets.push(...breaks.slice(1));
  return stop;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

/**
 * The source offset of every character, and of the end, of a block scalar
 * whose indicator stands at `start` and whose last line ends at `end`.
 */
export function blockOffsets(source: string, start: number, end: number, value: string): number[] {
  const header = source.indexOf('\n', start);
  if (header === -1 || header >= end) return Array.from({ length: value.length + 1 }, () => end);
  const indent = leadOf(source.slice(header + 1, end)) - leadOf(value);
  const offsets: number[] = [];
  let breaks: number[] = [];
  const separate = (until: (at: number) => boolean) => {
    for (let nth = 0; offsets.length < value.length && !until(offsets.length); nth++) {
      offsets.push(breaks[nth] ?? breaks.at(-1) ?? header + 1);
    }
  };
  for (let lineStart = header + 1; lineStart < end;) {
    const newline = source.indexOf('\n', lineStart);
    const next = newline === -1 || newline > end ? end : newline;
    const lineEnd = source[next - 1] === '\r' && next > lineStart ? next - 1 : next;
    const content = source.slice(Math.min(lineStart + indent, lineEnd), lineEnd);
    if (content !== '') {
      separate((at) => value.startsWith(content, at));
      for (let index = 0; index < content.length && offsets.length < value.length; index++) {
        offsets.push(lineStart + indent + index);
      }
      breaks = [];
    }
    breaks.push(lineEnd);
    lineStart = next + 1;
  }
  separate(() => false);
  const last = offsets.at(-1) ?? header + indent;
  offsets.push(Math.min(last + (source[last] === '\r' ? 2 : 1), end));
  return offsets;
}

/** How many spaces the first line begins with that is not blank. */
function leadOf(text: string): number {
  return /^(?:[ \t]*\r?\n)*( *)/.exec(text)?.[1]?.length ?? 0;
}
