/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What opens, closes, escapes, indents or names something in one of the notations. */
const snippets = [
  ...`"|'|{|}|[|]|(|)|:|: |,|;|\n|\n\n|- |!Sub |!Ref |&a |*a|<<: *a\n|#|//|/*|*/|\t|$|\${|$\${|%{|\\|\`|=|=>`.split(
    '|',
  ),
  '|\n',
  '>-\n  ',
  '\uFEFF',
  '\r\n',
  '---\n',
  '<<EOT\n',
  'EOT\n',
  '"""',
  'null',
  'Fn::ForEach::x',
  'for_each = ',
  '\u0000',
  '\uD800',
  '😀',
  '__proto__',
  '\\"'.repeat(50),
  '['.repeat(60),
  '{'.repeat(60),
  '('.repeat(60),
];

/** The text after one edit of a person, a paste or a cut; `random` decides which and where. */
export function randomEdit(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const length = Math.floor(random() ** 3 * Math.min(text.length, 400));
  const kind = random();
  if (kind < 0.35) return text.slice(0, at) + pick(snippets, random) + text.slice(at);
  if (kind < 0.6) return text.slice(0, at) + text.slice(at + length);
  if (kind < 0.7) return text.slice(0, at) + pick(snippets, random) + text.slice(at + length);
  if (kind < 0.85) {
    const from = Math.floor(random() * (text.length + 1));
    return text.slice(0, at) + text.slice(from, from + length) + text.slice(at);
  }
  if (kind < 0.95) return text.slice(0, at) + text.slice(at, at + 3) + text.slice(at);
  return random() < 0.5 ? text.slice(0, at) : text.slice(at);
}

function pick(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? '';
}
