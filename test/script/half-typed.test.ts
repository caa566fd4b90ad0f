import assert from 'node:assert/strict';
import { run, shown } from './run.ts';

/** Every call that the program makes, one a line: what, and with what. */
function check(path: string, text: string, ...expected: readonly string[]): void {
  const calls = run(path, text).made.map(
    ({ path: name, positional, named }) =>
      `${name}${[...positional.map(({ value }) => shown(value)), ...(named.entries.size > 0 ? [shown(named)] : [])].map((one) => ` ${JSON.stringify(one)}`).join('')}`,
  );
  assert.deepEqual(calls, expected);
}

type Row = readonly [what: string, path: string, text: string, ...calls: readonly string[]];

describe('A program that is being typed', () => {
  const rows: readonly Row[] = [
    ['a string at the end', 'a.ts', `new A('x', { r: '$request.`, 'A "x" {"r":"$request."}'],
    ['a template at the end', 'a.ts', 'new A(`$request.', 'A "$request."'],
    [
      'a string before another property',
      'a.ts',
      `new A({ r: '$a.\n  b: 1 });\nnew B();`,
      'A {"r":"$a.","b":1}',
      'B',
    ],
    ['a string with its comma', 'a.ts', `new A({ r: '$a.,\n  b: 1 });\nnew B();`, 'A {"r":"$a.","b":1}', 'B'],
    ['a last string', 'a.ts', `new A({ r: '$a.\n});\nnew B();`, 'A {"r":"$a."}', 'B'],
    ['a string with what closes it', 'a.ts', `new A({ r: '$a. });\nnew B();`, 'A {"r":"$a."}', 'B'],
    ['a string argument', 'a.ts', `x.add('a\nnew B();`, 'x.add "a"', 'B'],
    ['a property without value', 'a.ts', `new A({ r:\n  b: 1 });\nnew B();`, 'A {"r":"<b>"}', 'B'],
    [
      'a property without colon',
      'a.ts',
      `new A({ c: 1,\n  rou\n});\nnew B();`,
      'A {"c":1,"rou":"<rou>"}',
      'B',
    ],
    ['a member without name', 'a.ts', `x.\nnew B();`, 'B'],
    ['a keyword without value', 'a.py', `A("x", r=\n  b=1)\nB()`, 'A "x" {"r":"<b>"}', 'B'],
    ['a string before another keyword', 'a.py', `A(r="$a.\n  b=1)\nB()`, 'A {"r":"$a.","b":1}', 'B'],
    ['a string with its comma', 'a.py', `A(r="$a.,\n  b=1)\nB()`, 'A {"r":"$a.","b":1}', 'B'],
    ['a last string', 'a.py', `A(r="$a.\n)\nB()`, 'A {"r":"$a."}', 'B'],
    ['a string with what closes it', 'a.py', `A(r="$a. )\nB()`, 'A {"r":"$a."}', 'B'],
    ['a string at the end', 'a.py', `A("x", r="$request.`, 'A "x" {"r":"$request."}'],
    ['an f-string', 'a.py', `A(r=f"$a.\n  b=1)\nB()`, 'A {"r":"$a.","b":1}', 'B'],
  ];
  for (const [what, path, text, ...calls] of rows) it(`${what} (${path})`, () => check(path, text, ...calls));
});
