import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { KnownFile } from '../../../server/language/known-file.ts';
import { rename, renameableAt } from '../../../server/language/navigation/rename.ts';
import { readSampleFiles } from '../../../server/language/sample-files.ts';
import { samplesOf } from '../../../server/language/samples.ts';
import { temporaryFolder, type TemporaryFolder } from '../../kit/temporary-folder.ts';
import { knownFile } from '../known.ts';
import { cursorIn } from '../marks.ts';
import { ticketApi } from './ticket-api.ts';

describe('rename', () => {
  let folder: TemporaryFolder;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => folder.remove());

  /** A template in the folder, with the cursor before the first occurrence of a text. */
  function cursorAt(from: string, template = ticketApi): { file: KnownFile; offset: number } {
    const { text, offset } = cursorIn(template.replace(from, `<|>${from}`));
    const path = join(folder.path, 'template.yaml');
    const samples = readSampleFiles(path, folder.path);
    return {
      file: { ...knownFile(text, {}, path), samplesOf: (api) => samplesOf(api, text, samples) },
      offset,
    };
  }

  /** What every file says after the rename; `?` marks what the person must confirm. */
  async function check(
    from: string,
    newName: string,
    expected: Readonly<Record<string, string>>,
    template = ticketApi,
  ): Promise<void> {
    const { file, offset } = cursorAt(from, template);
    const edits = await rename(file, offset, newName, () => undefined);
    assert.ok(typeof edits !== 'string', 'the rename is refused');
    const changed: Record<string, string> = {};
    for (const { uri, text, span, newText, needsConfirmation } of edits.toSorted(
      (one, other) => other.span.start - one.span.start,
    )) {
      const name = basename(uri);
      const before = changed[name] ?? text;
      changed[name] =
        `${before.slice(0, span.start)}${newText}${needsConfirmation ? '?' : ''}${before.slice(span.end)}`;
    }
    assert.deepEqual(changed, expected);
  }

  it('a route key: in the definition, its comments, its sample files and, if confirmed, its tests', async () => {
    folder.write('.routescope/samples/a.json', '{\n  "action": "book"\n}');
    folder.write('.routescope/samples/other.json', '{"action":"other","x":"book"}');
    folder.write('test/booking.test.js', `send({ action: 'book' }); send("bookkeeping");`);
    folder.write('src/book.js', `'book'`);
    await check('book\n', 'reserve', {
      'template.yaml': ticketApi
        .replace('{"action":"book"}', '{"action":"reserve"}')
        .replace('RouteKey: book', 'RouteKey: reserve'),
      'a.json': '{\n  "action": "reserve"\n}',
      'booking.test.js': `send({ action: 'reserve?' }); send("bookkeeping");`,
    });
    assert.equal(readFileSync(join(folder.path, 'src/book.js'), 'utf8'), `'book'`);
  });

  it('a route key, with the quotes that the new one needs', () =>
    check('book\n', 'a: "b"', {
      'template.yaml': ticketApi
        .replace('{"action":"book"}', String.raw`{"action":"a: \"b\""}`)
        .replace('RouteKey: book', `RouteKey: 'a: "b"'`),
    }));

  it('a number in a sample', async () => {
    folder.write('.routescope/samples/a.json', '{"action":1}');
    const template = ticketApi.replace('"book"', '2').replace('RouteKey: book', "RouteKey: '1'");
    await check(
      "1'",
      'one',
      { 'template.yaml': template.replace("'1'", "'one'"), 'a.json': '{"action":"one"}' },
      template,
    );
  });

  it('a logical id, in every intrinsic', () =>
    check('BookRoute:', 'ReserveRoute', {
      'template.yaml': ticketApi
        .replace('  BookRoute: #', '  ReserveRoute: #')
        .replace('"BookRoute"', '"ReserveRoute"')
        .replace('- BookRoute', '- ReserveRoute'),
    }));

  for (const [what, from, newName, sentence] of [
    ['a key that exists', 'book\n', '$connect', /dollar sign/],
    ['an empty key', 'book\n', ' ', /empty/],
    ['a logical id with a dash', 'BookRoute:', 'Book-Route', /cannot be the name/],
    ['a logical id that is taken', 'BookRoute:', 'Booking', /another part/],
  ] as const) {
    it(`not to ${what}`, async () => {
      const { file, offset } = cursorAt(from);
      const answer = await rename(file, offset, newName, () => undefined);
      assert.ok(typeof answer === 'string');
      assert.match(answer, sentence);
    });
  }

  it('not of a predefined route, nor of what has no name', () => {
    for (const from of ['$connect', 'AWS_PROXY']) {
      const { file, offset } = cursorAt(from);
      assert.equal(renameableAt(file, offset), undefined);
    }
  });
});
