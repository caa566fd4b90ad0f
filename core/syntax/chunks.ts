/** A stretch of a YAML document that is parsed by itself, so that damage in it stays in it. */
export interface Stretch {
  /** The section, or section and entry: `Globals`, `Resources/ConnectRoute`. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a YAML document of block mappings into its top-level sections, and the section `divided`
 * into its key and its entries; the whole document is one stretch where it is not written like that.
 */
export function chunksOf(text: string, divided: string): Stretch[] {
  const chunks: { key: string; start: number; end: number }[] = [];
  let inside = false;
  let indent = 0;
  let next = 0;
  // A loop over characters, because it sees the whole file at every keystroke.
  for (let at = 0; at < text.length; at = next) {
    next = text.indexOf('\n', at) + 1 || text.length;
    let first = at;
    while (text.charCodeAt(first) === space) first += 1;
    const spaces = first - at;
    if (spaces > indent && (!inside || indent > 0)) continue;
    const content = text.slice(first, next).trimEnd();
    if (content === '' || /^[\t#\]}]/.test(content)) continue;
    if (spaces === 0 && /^(?:---|\.\.\.|%)/.test(content)) {
      close(at);
      continue;
    }
    if (spaces === 0 && /^-(?:\s|$)/.test(content) && chunks.length > 0) {
      // A list need not be indented below its key.
      if (inside) open(`${divided}/-`, at);
    } else if (spaces === 0) {
      const isMapping = /^["'\w]/.test(content);
      if (chunks.length === 0 && !isMapping) return [{ key: '', start: 0, end: text.length }];
      const key = keyOf(content);
      inside = key === divided && /:\s*(?:#.*)?$/.test(content);
      indent = 0;
      open(key, at);
    } else if (inside) {
      if (indent === 0) indent = spaces;
      open(`${divided}/${keyOf(content)}`, at);
    }
  }
  close(text.length);
  return chunks;

  function open(key: string, start: number): void {
    close(start);
    chunks.push({ key, start, end: text.length });
  }

  function close(end: number): void {
    const last = chunks.at(-1);
    if (last && last.end > end) last.end = end;
  }
}

const space = 0x20;

function keyOf(line: string): string {
  return (
    /^(?:"([^"]*)"|'([^']*)'|([^\s]*?)(?=:\s|:$|\s|$))/
      .exec(line)
      ?.slice(1)
      .find((key) => key !== undefined) ?? ''
  );
}
