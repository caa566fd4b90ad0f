import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readDefinitions, type Reading } from '../../core/formats/formats.ts';
import { readFixture } from './fixtures.ts';

const scripts = ['cli-chat.sh', 'cli-rooms.ps1', 'cli-votes.cmd', 'cli-get-api.json'].map(
  (name) => [name, readFixture(name)] as const,
);

const pieces = "\" ' ` $( ${ $ ( ) { } \\ ^ | % %%i & ; # -- done do @( <<E\n @'\n".split(' ');
const inserted = fc.constantFrom(
  ...pieces,
  '\n',
  '\r\n',
  ' ',
  'for x in ',
  'case x in ',
  ' aws apigatewayv2 create-route ',
);

/** Every span, and every offset of a character, is in the text. */
function assertSpans({ apis, problems, text }: Reading): void {
  const check = (value: unknown, key?: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (key === 'offsets' && Array.isArray(value)) {
      for (const offset of value)
        assert.ok(offset >= 0 && offset <= text.length, `${offset} of ${text.length}`);
    } else if ('start' in value && 'end' in value) {
      const { start, end } = value as { start: number; end: number };
      assert.ok(start >= 0 && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`);
    } else for (const [name, inside] of Object.entries(value)) check(inside, name);
  };
  check(apis);
  check(problems);
}

function saidBy({ apis, problems }: Reading): unknown {
  return { apis, problems };
}

describe('A script that is being typed', () => {
  for (const [name, text] of scripts) {
    it(`${name} cut anywhere never fails`, () => {
      for (let end = 0; end <= text.length; end += 23) assertSpans(readDefinitions(name, text.slice(0, end)));
    });

    it(`${name} with anything anywhere never fails, and gives what reading everything anew gives`, () => {
      const edits = fc.array(fc.tuple(fc.nat(text.length), fc.nat(30), inserted), {
        minLength: 1,
        maxLength: 6,
      });
      fc.assert(
        fc.property(edits, (list) => {
          let edited = text;
          let reading = readDefinitions(name, text);
          for (const [at, removed, added] of list) {
            edited = edited.slice(0, at) + added + edited.slice(at + removed);
            reading = readDefinitions(name, edited, reading);
            assertSpans(reading);
          }
          const fresh = readDefinitions(name, edited);
          // While nothing is found, what was found last stands.
          assert.deepEqual(
            fresh.apis.length > 0 ? saidBy(reading) : [],
            fresh.apis.length > 0 ? saidBy(fresh) : [],
          );
        }),
        { numRuns: 60 },
      );
    });
  }

  const begin = 'aws apigatewayv2 create-api --protocol-type WEBSOCKET --route-selection-expression ';
  for (const [what, path, text] of [
    ['command substitutions', 'a.sh', `${begin}${'$('.repeat(50_000)}`],
    ['backticks', 'a.sh', `${begin}${'`\\'.repeat(50_000)}`],
    ['braces', 'a.sh', `${begin}${'${a:-'.repeat(20_000)}`],
    ['groups', 'a.sh', `${begin}x\n${'( { '.repeat(20_000)}`],
    ['loops in loops', 'a.sh', `${'for a in 1 2 3 4 5 6 7 8 9; do '.repeat(40)}${begin}x`],
    ['calls of itself', 'a.sh', `f() { f; f; }\nf\n${begin}x`],
    ['here-documents', 'a.sh', `${begin}x\n${'cat <<E\n'.repeat(3000)}`],
    ['values of values', 'a.sh', `a=xx\n${'a=$a$a\n'.repeat(100)}${begin}$a`],
    ['lists of lists', 'a.sh', `a=(x x)\n${'a+=("${a[@]}")\n'.repeat(100)}${begin}$a`],
    ['a long line', 'a.sh', `${begin}"${'\\$a'.repeat(300_000)}"`],
    ['parentheses', 'a.ps1', `${begin}${'$('.repeat(50_000)}`],
    ['blocks', 'a.ps1', `${begin}x\n${'{ ('.repeat(30_000)}`],
    ['pipes', 'a.ps1', `${begin}x ${'| a '.repeat(30_000)}`],
    ['commas', 'a.ps1', `$a = ${"'b', ".repeat(30_000)}\n${begin}x`],
    ['parentheses', 'a.cmd', `${begin}x\n${'('.repeat(50_000)}`],
    ['loops', 'a.cmd', `${"for /f %%i in ('".repeat(5000)}${begin}x`],
    ['variables', 'a.cmd', `${begin}${'%a'.repeat(100_000)}`],
    ['conditions', 'a.cmd', `${'if a '.repeat(30_000)}${begin}x`],
  ] as const) {
    it(`${what} neither hang nor fail (${path})`, function () {
      this.timeout(4000);
      assertSpans(readDefinitions(path, text));
    });
  }
});
