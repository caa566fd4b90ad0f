import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const outlineEnd = '.outline.json';

/** The folder of definitions that were written for these tests, each beside its expected outline. */
export const fixtureFolder = fileURLToPath(new URL('./fixtures/', import.meta.url));

/** The names of the definitions; in a folder stands one of several files, and the outline names the first. */
export function fixtureNames(): string[] {
  const entries = readdirSync(fixtureFolder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return [
    ...entries.filter((entry) => entry.isFile()).map(({ name }) => name),
    ...folders.flatMap((folder) =>
      readdirSync(fixtureFolder + folder)
        .filter((name) => name.endsWith(outlineEnd))
        .map((name) => `${folder}/${name.slice(0, -outlineEnd.length)}`),
    ),
  ].filter((name) => !name.endsWith(outlineEnd));
}

/** The text of a definition or outline. */
export function readFixture(name: string): string {
  return readFileSync(fixtureFolder + name, 'utf8');
}
