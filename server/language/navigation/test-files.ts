import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readSmallFile } from '../read-small-file.ts';
import { uriOf } from '../uris.ts';
import type { OtherPlace } from './place.ts';

// Bounds the work in a folder that is not a project, such as a home directory.
const mostEntries = 20_000;
/** In bytes. A larger file is data, no test. */
const largestTest = 512 * 1024;
const skipped = /^(?:node_modules|\..*|dist|build|out|coverage|venv|target|__pycache__|cdk\.out)$/;
const testFolder = /^(?:tests?|__tests__|specs?|e2e|integration)$/i;
const testFile = /(?:[._-](?:test|spec)s?|^test[._-].*)\.\w+$/i;
const program = /\.(?:[cm]?[jt]sx?|py|java|kt|cs|go|rb|rs|php|sh|feature|ya?ml|json)$/i;

/**
 * Where the tests of a folder write a route's key in quotes. `textOf` gives the text of a file that is open. What
 * cannot be read counts as absent; what lies beyond 20,000 entries is not looked at.
 */
export async function testsThatMention(
  root: string,
  routeKey: string,
  textOf: (uri: string) => string | undefined,
): Promise<readonly OtherPlace[]> {
  const places: OtherPlace[] = [];
  for await (const path of testsIn(root)) {
    const uri = uriOf(path);
    const text = textOf(uri) ?? readSmallFile(path, largestTest) ?? '';
    for (const start of quotedIn(text, routeKey)) {
      places.push({ uri, text, span: { start, end: start + routeKey.length } });
    }
  }
  return places;
}

/** The offsets at which a text stands between two equal quotes. */
function quotedIn(text: string, wanted: string): number[] {
  return ['"', "'", '`'].flatMap((quote) => {
    const offsets: number[] = [];
    const quoted = quote + wanted + quote;
    for (let at = text.indexOf(quoted); at !== -1; at = text.indexOf(quoted, at + 1)) offsets.push(at + 1);
    return offsets;
  });
}

async function* testsIn(root: string): AsyncGenerator<string> {
  const folders = [{ path: root, isTest: false }];
  let entriesSeen = 0;
  for (let folder = folders.shift(); folder; folder = folders.shift()) {
    for (const entry of await entriesOf(folder.path)) {
      if (++entriesSeen > mostEntries) return;
      const path = join(folder.path, entry.name);
      if (entry.isDirectory() && !skipped.test(entry.name)) {
        folders.push({ path, isTest: folder.isTest || testFolder.test(entry.name) });
      }
      const isTest =
        entry.isFile() && program.test(entry.name) && (folder.isTest || testFile.test(entry.name));
      if (isTest) yield path;
    }
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
