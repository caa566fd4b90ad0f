import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readDefinitions, type Reading } from '../../core/formats/formats.ts';
import { assertSpans } from './assert-spans.ts';
import { fixtureNames, readFixture } from './fixtures.ts';

const names = fixtureNames().filter((name) =>
  /^(?:cdk|pulumi|sst|chalice)-.*\.(?:[jt]s|py|java|cs|yaml)$/.test(name),
);

/** What a reading says, without what the next reading may keep. */
function saidBy({ apis, problems }: Reading): unknown {
  return { apis, problems };
}

describe('A definition in code', () => {
  for (const name of names) {
    const text = readFixture(name);

    it(`${name} cut anywhere never fails`, function () {
      this.timeout(60_000);
      for (let end = 0; end <= text.length; end += 97)
        assertSpans(readDefinitions(name, text.slice(0, end)), end);
    });

    it(`${name} with anything anywhere never fails, and reads as if it were new`, function () {
      this.timeout(60_000);
      const snippets = fc.constantFrom(
        ...`' " \` \${ } ( ) [ ] , : = . => \\ # // /* ; f" r' """`.split(' '),
        '\n',
        '\t',
        '\uFEFF',
      );
      const edits = fc.array(fc.tuple(fc.nat(text.length), fc.nat(20), snippets), { maxLength: 6 });
      fc.assert(
        fc.property(edits, (list) => {
          let edited = text;
          let reading: Reading | undefined;
          for (const [at, removed, inserted] of list) {
            edited = edited.slice(0, at) + inserted + edited.slice(at + removed);
            reading = readDefinitions(name, edited, reading);
            assertSpans(reading, edited.length);
          }
          const fresh = readDefinitions(name, edited);
          if (fresh.apis.length > 0) assert.deepEqual(reading && saidBy(reading), reading && saidBy(fresh));
        }),
        { numRuns: 8 },
      );
    });
  }
});

describe('Hostile definitions in code', () => {
  const api = `new WebSocketApi(this, 'A', { routeSelectionExpression: `;
  const rows: readonly (readonly [what: string, path: string, text: string])[] = [
    ['deep lists', 'a.ts', `${api}${'['.repeat(100_000)}`],
    ['deep calls', 'a.ts', `${api}${'f('.repeat(100_000)}`],
    ['deep functions', 'a.ts', `${api}${'() => { '.repeat(20_000)}`],
    ['a long sum', 'a.ts', `${api}${`'a' + `.repeat(50_000)}'b' })`],
    ['a long chain', 'a.ts', `${api}a${'.b'.repeat(50_000)} })`],
    ['deep templates', 'a.ts', `${api}${'`${'.repeat(20_000)}`],
    [
      'maps in circles',
      'a.ts',
      `const a = {}; a.x = a; a.y = a; a.z = [a, a]; ${api}'x', a, ...a, description: a, apiName: JSON.stringify(a) })`,
    ],
    ['doubling lists', 'a.ts', `let a = ['x']; ${'a = [...a, ...a];'.repeat(60)} ${api}a });`],
    ['doubling texts', 'a.ts', `let a = 'x'; ${'a = a + a;'.repeat(60)} ${api}a });`],
    ['functions in circles', 'a.ts', `function f() { return [f(), f(), f()]; } ${api}f() });`],
    ['constructors in circles', 'a.ts', `class A { constructor() { new A(); new A(); ${api}'x' }); } }`],
    ['many routes', 'a.ts', `const a = ${api}'x' });\n${`a.addRoute('r', {});\n`.repeat(5000)}`],
    [
      'prototypes',
      'a.ts',
      `const { __proto__: p, constructor: c } = { __proto__: 1 }; ${api}'x', __proto__: p, toString: c });`,
    ],
    ['a long line', 'a.ts', `${api}"${'\\"a'.repeat(200_000)}" });`],
    ['deep brackets', 'a.py', `WebSocketApi(${'['.repeat(100_000)}`],
    [
      'deep blocks',
      'a.py',
      Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}if x:\n`).join('') + `WebSocketApi(1)`,
    ],
    ['doubling lists', 'a.py', `a = ["x"]\n${'a = [*a, *a]\n'.repeat(60)}WebSocketApi(self, "A", a=a)`],
    [
      'a long line',
      'a.py',
      `WebSocketApi(self, "A", route_selection_expression="${'\\"a'.repeat(200_000)}")`,
    ],
  ];
  for (const [what, path, text] of rows) {
    it(`${what} (${path}) neither hang nor fail`, function () {
      this.timeout(15_000);
      assertSpans(readDefinitions(path, text), text.length);
    });
  }
});
