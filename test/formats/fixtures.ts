import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of definitions that were written for these tests, each beside its expected outline. */
export const fixtureFolder = fileURLToPath(new URL('./fixtures/', import.meta.url));

/** The names of the definitions. */
export function fixtureNames(): string[] {
  return readdirSync(fixtureFolder).filter((name) => !name.endsWith('.outline.json'));
}

/** The text of a definition or outline. */
export function readFixture(name: string): string {
  return readFileSync(fixtureFolder + name, 'utf8');
}
