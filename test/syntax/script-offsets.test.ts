import assert from 'node:assert/strict';
import { sourceOffset, valueOffset } from '../../core/text.ts';
import { run } from '../script/run.ts';

/** The value of `x` and, character by character, the source that stands for it. */
function check(path: string, source: string, value: string, pieces: string): void {
  const found = run(path, source).exported.get('x');
  assert.ok(found?.kind === 'text');
  const { text } = found;
  assert.equal(text.value, value);
  const stretches = Array.from({ length: text.value.length }, (_, index) =>
    source.slice(sourceOffset(text, index), sourceOffset(text, index + 1)),
  );
  assert.equal(stretches.join('·'), pieces);
  for (let index = 0; index <= text.value.length; index++) {
    const at = sourceOffset(text, index);
    assert.ok(at >= text.span.start && at <= text.span.end, `offset ${index} is outside the span`);
    assert.equal(sourceOffset(text, valueOffset(text, at) ?? -1), at);
  }
}

type Row = readonly [what: string, source: string, value: string, pieces: string];

describe('Places of the characters of a text in TypeScript', () => {
  const rows: readonly Row[] = [
    ['single quoted', String.raw`const x = '$a'`, '$a', '$·a'],
    ['an escaped dollar is a dollar', String.raw`const x = '\$d'`, '$d', String.raw`\$·d`],
    ['an escaped backslash', String.raw`const x = '\\$d'`, '\\$d', String.raw`\\·$·d`],
    ['code points', String.raw`const x = "\x41\u0042\u{43}d"`, 'ABCd', String.raw`\x41·\u0042·\u{43}·d`],
    ['a long code point', String.raw`const x = "\u{1F600}d"`, '😀d', String.raw`·\u{1F600}·d`],
    ['joined lines', 'const x = "a\\\n b"', 'a b', 'a\\\n· ·b'],
    ['a template', 'const x = `a\\`b`', 'a`b', 'a·\\`·b'],
    ['a template with a value', 'const v = "yz"; const x = `a${v}b`', 'ayzb', 'a··${v}·b'],
    ['a sum', `const x = 'a' + 'b'`, 'ab', `a' + '·b`],
    ['a sum with a variable', `const v = 'yz'; const x = 'a' + v + 'b'`, 'ayzb', `a' + ··v + '·b`],
  ];
  for (const [what, source, value, pieces] of rows) it(what, () => check('a.ts', source, value, pieces));
});

describe('Places of the characters of a text in Python', () => {
  const rows: readonly Row[] = [
    ['an escaped dollar keeps its backslash', String.raw`x = '\$d'`, String.raw`\$d`, String.raw`\·$·d`],
    ['an escaped backslash', String.raw`x = "\\$d"`, String.raw`\$d`, String.raw`\\·$·d`],
    ['raw', String.raw`x = r'\$d'`, String.raw`\$d`, String.raw`\·$·d`],
    ['an f-string', String.raw`x = f'${'$'}{{a}}\n'`, '${a}\n', String.raw`$·{{·a·}}·\n`],
    ['an f-string with a value', `v = 'yz'\nx = f'a{v}b'`, 'ayzb', 'a··{v}·b'],
    ['octal', String.raw`x = '\101b'`, 'Ab', String.raw`\101·b`],
    ['three quotes', 'x = """a\n"b"""', 'a\n"b', 'a·\n·"·b'],
    ['side by side', `x = ('a'\n  "b")`, 'ab', `a'\n  "·b`],
  ];
  for (const [what, source, value, pieces] of rows) it(what, () => check('a.py', source, value, pieces));
});
