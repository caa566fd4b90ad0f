import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDefinitions, type Reading } from '../../core/formats/formats.ts';
import { kindsOf } from '../../core/formats/may-define-apis.ts';
import { diagnose } from '../../server/language/diagnose.ts';
import { fixtureFolder } from './fixtures.ts';
import { randomEdit, seededRandom } from './random-edits.ts';
import { assertPlaces, assertSame, saidBy } from './said-by.ts';
import { manifestRows } from './manifest.ts';

/** `FUZZ_SECONDS=600 npm run unit -- test/formats/fuzz.test.ts` looks longer, `FUZZ_SEED=7` elsewhere. */
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 8);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);

/** A reading that takes longer hangs, also on a busy machine; the goal is a tenth of it. */
const longestReading = 1000;

interface Definition {
  readonly path: string;
  readonly text: string;
}

describe('Definitions that are edited at random', () => {
  const byKind = definitionsByKind();
  for (const [kind, definitions] of byKind) {
    it(`${kind}: never fail or hang, and what is kept is what is read anew`, function () {
      this.timeout(seconds * 1000 + 20_000);
      const random = seededRandom(seed);
      const end = performance.now() + (seconds * 1000) / byKind.size;
      let rounds = 0;
      let longest = 0;
      while (performance.now() < end) {
        const definition = definitions[Math.floor(random() * definitions.length)];
        assert.ok(definition);
        longest = Math.max(longest, editedAtRandom(definition, random));
        rounds += 1;
      }
      assert.ok(rounds > 0);
      if (process.env['FUZZ_SECONDS']) {
        console.log(`      ${rounds} times, the longest reading took ${longest.toFixed(0)} ms`);
      }
    });
  }
});

/** Edits a definition a few times, then takes all back; gives the milliseconds of the longest reading. */
function editedAtRandom({ path, text }: Definition, random: () => number): number {
  let longest = 0;
  let reading: Reading | undefined;
  let edited = text;
  const steps: string[] = [];
  const read = (next: string): Reading => {
    const start = performance.now();
    const made = readDefinitions(path, next, reading);
    longest = Math.max(longest, performance.now() - start);
    assertPlaces(saidBy(made), made.text.length);
    return made;
  };
  try {
    reading = read(text);
    for (let count = 1 + Math.floor(random() * 6); count > 0; count--) {
      edited = randomEdit(edited, random);
      steps.push(edited);
      reading = read(edited);
    }
    assertPlaces(
      diagnose(reading, () => []),
      reading.text.length,
    );
    const anew = readDefinitions(path, edited);
    // While something is half-typed, what was read before stands for it.
    const isHalfTyped = [reading, anew].some(({ problems }) => problems.length > 0);
    const isRead = !isHalfTyped && kindsOf(path, edited).length > 0;
    if (isRead) assertSame(saidBy(reading), saidBy(anew));
    assertSame(saidBy(read(text)), saidBy(readDefinitions(path, text)));
    assert.ok(longest < longestReading, `A reading took ${longest.toFixed(0)} ms.`);
  } catch (error) {
    throw new Error(
      `${path} after these edits: ${JSON.stringify(steps.map((step) => changeOf(text, step)))}`,
      {
        cause: error,
      },
    );
  }
  return longest;
}

/** What differs, as short as it can be said. */
function changeOf(before: string, after: string): readonly [at: number, removed: number, inserted: string] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const inserted = after.slice(start, Math.max(start, after.length - end));
  return [start, before.length - start - end, inserted.slice(0, 2000)];
}

function definitionsByKind(): ReadonlyMap<string, readonly Definition[]> {
  const fixtures = readdirSync(fixtureFolder, { recursive: true, encoding: 'utf8' });
  const paths = [
    ...fixtures.filter((name) => !name.endsWith('.outline.json')).map((name) => join(fixtureFolder, name)),
    ...new Set(manifestRows().map(({ file }) => file)),
  ];
  const found = new Map<string, Definition[]>();
  for (const path of paths) {
    const text = textOf(path);
    if (text === undefined || text.length > 60_000) continue;
    const [kind] = kindsOf(path, text);
    if (kind !== undefined) found.set(kind, [...(found.get(kind) ?? []), { path, text }]);
  }
  return found;
}

/** Undefined for a folder. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
