import assert from 'node:assert/strict';
import { run, shown } from './run.ts';

/** What the variable `x` comes to. */
function check(path: string, text: string, expected: unknown): void {
  const { exported } = run(path, text);
  const value = exported.get('x');
  assert.ok(value, 'no x');
  assert.deepEqual(shown(value), expected);
}

type Row = readonly [what: string, text: string, expected: unknown];

describe('What a program in TypeScript tells of its values', () => {
  const rows: readonly Row[] = [
    ['a text', `const x = 'a';`, 'a'],
    ['a sum of texts', `const a = 'a'; const x = a + '.' + 'b';`, 'a.b'],
    ['a template', 'const a = 1; const x = `a${a}${b}c`;', 'a1${b}c'],
    ['a default', `const x = process.env.X ?? 'd';`, 'd'],
    ['a default of nothing', `const x = '' || 'd';`, 'd'],
    [
      'an object',
      `const o = { a: 1 }; const x = { ...o, b: o.a, 'c-d': null };`,
      { a: 1, b: 1, 'c-d': null },
    ],
    ['an enum', `enum K { A = 'a' } const x = K.A;`, 'a'],
    ['a constant object', `const K = { A: { b: 'c' } } as const; const x = K.A['b'];`, 'c'],
    ['a list', `const a = ['b']; const x = ['a', ...a];`, ['a', 'b']],
    ['parts of an object', `const { a, b = 'c' } = { a: 1 }; const x = [a, b];`, [1, 'c']],
    ['a function', `const x = f('a'); function f(a, b = 'c') { return a + b; }`, 'ac'],
    ['an arrow', `const f = (a: string) => [a]; const x = f('a');`, ['a']],
    ['a known choice', `const a = true; const x = a ? 'b' : 'c';`, 'b'],
    ['an unknown choice', `const x = a ? 'b' : 'c';`, '<>'],
    ['entries', `const x = Object.entries({ a: 1 }).map(([k, v]) => [v, k]);`, [[1, 'a']]],
    [
      'a field',
      `class A { b = 'c'; constructor(private d: string) { this.e = this.b + d; } }\nconst x = new A('f').e;`,
      'cf',
    ],
    ['a property of the class', `class A { static B = 'c'; } const x = A.B;`, 'c'],
    [
      'a method of what it extends',
      `class A { m() { return this.b; } } class C extends A { b = 'd'; } const x = new C().m();`,
      'd',
    ],
    ['JSON', `const x = JSON.stringify({ a: [1, 'b', null] });`, '{"a":[1,"b",null]}'],
    ['types', `const x = <string>('a' satisfies string as string)!;`, 'a'],
    ['a part of what is not defined', `import * as m from 'm'; const x = m.A.B;`, '<m.A.B>'],
    ['another name', `import { A as B } from 'm'; const x = new B().c;`, '<m.A.c>'],
    ['a circle', `function f() { return f(); } const x = f();`, '<>'],
    ['an endless loop', `const l = ['a']; for (const a of l) l.push(a); const x = 'b';`, 'b'],
    ['nested assignments', `let a; const b = (a = 'c'); const x = a + b;`, 'cc'],
    ['a loop', `const l = []; for (const a of ['b', 'c']) { l.push(a + 1); } const x = l;`, ['b1', 'c1']],
  ];
  for (const [what, text, expected] of rows) it(what, () => check('a.ts', text, expected));

  it('constants of other files', () => {
    const files = new Map([
      ['lib/keys.ts', `import { P } from './p';\nexport const KEYS = { A: P + 'a' };`],
      ['lib/p.ts', `export const P = 'p-';`],
    ]);
    const text = `import { KEYS } from './lib/keys'; const x = KEYS.A;`;
    const { exported } = run('a.ts', text, { read: (path) => files.get(path), list: () => [] });
    const value = exported.get('x');
    assert.ok(value?.kind === 'text');
    assert.equal(value.text.value, 'p-a');
  });
});

describe('What a program in Python tells of its values', () => {
  const rows: readonly Row[] = [
    ['a text', `x = 'a' "b"`, 'ab'],
    ['an f-string', `a = 1\nx = f"a{a}{b!r:>3}{{c}}"`, 'a1${b}{c}'],
    ['a raw text', String.raw`x = r"\$default"`, String.raw`\$default`],
    ['an escape that is none', String.raw`x = "\$\n"`, '\\$\n'],
    ['a default', `x = os.environ.get("A", "b")`, 'b'],
    ['another default', `x = os.getenv("A") or "b"`, 'b'],
    ['a dictionary', `a = {"b": 1}\nx = {**a, "c": None, "d": not True}`, { b: 1, c: null, d: false }],
    ['a comprehension', `x = [k + "!" for k in ["a", "b"]]`, ['a!', 'b!']],
    ['items', `x = []\nfor k, v in {"a": "b"}.items():\n    x.append(k + v)`, ['ab']],
    [
      'a class',
      `class A:\n    B = "c"\n    def __init__(self, d="e"):\n        self.f = self.B + d\nx = A().f`,
      'ce',
    ],
    ['a method', `class A:\n    def m(self, a, *, b):\n        return a + b\nx = A().m("a", b="b")`, 'ab'],
    ['a format', `x = "a/{}/{}".format("b", c)`, 'a/b/${c}'],
    ['a choice', `x = "a" if True else "b"`, 'a'],
    ['several', `a, b = "c", "d"\nx = [b, a]`, ['d', 'c']],
    ['another name', `from m import A as B\nx = B().c`, '<m.A.c>'],
    ['a module', `import aws_cdk.aws_lambda as l\nx = l.Runtime.A`, '<aws_cdk.aws_lambda.Runtime.A>'],
  ];
  for (const [what, text, expected] of rows) it(what, () => check('a.py', text, expected));
});
