/** A stretch of a YAML document that is parsed by itself, so that damage in it stays in it. */
export interface Stretch {
  /** The section, or section and entry: `Globals`, `Resources/ConnectRoute`. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a YAML document of block mappings into its top-level sections, and the section `divided`
 * into its entries; the whole document is one stretch where it is not written like that.
 */
export function chunksOf(text: string, divided: string): Stretch[] {
  const chunks: { key: string; start: number; end: number }[] = [];
  let inside = false;
  let indent = 0;
  const lines = /^([ ]*)([^\s#\]}][^\r\n]*)/gm;
  for (const match of text.matchAll(lines)) {
    const [, spaces = '', content = ''] = match;
    const at = match.index;
    if (spaces === '' && /^(?:---|\.\.\.|%)/.test(content)) {
      close(at);
      continue;
    }
    if (spaces === '' && /^-(?:\s|$)/.test(content) && chunks.length > 0) {
      // A list need not be indented below its key.
      if (inside) open(`${divided}/-`, at);
      continue;
    }
    if (spaces === '') {
      const isMapping = /^["'\w]/.test(content);
      if (chunks.length === 0 && !isMapping) return [{ key: '', start: 0, end: text.length }];
      const key = keyOf(content);
      inside = key === divided && /:\s*(?:#.*)?$/.test(content);
      indent = 0;
      if (inside) close(at);
      else open(key, at);
    } else if (inside && (indent === 0 || spaces.length <= indent)) {
      if (indent === 0) indent = spaces.length;
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

function keyOf(line: string): string {
  return (
    /^(?:"([^"]*)"|'([^']*)'|([^:\s]*))/
      .exec(line)
      ?.slice(1)
      .find((key) => key !== undefined) ?? ''
  );
}
