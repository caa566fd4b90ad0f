import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isWithin } from '../language/is-within.ts';

/**
 * The folder that an editor would have opened, and outside of which a definition may name no file: the nearest one
 * above with `.git`, else the one that the command runs in, else the file's own.
 */
export function repositoryOf(path: string): string {
  const here = process.cwd();
  return withGit(dirname(path)) ?? (isWithin(here, path) ? here : dirname(path));
}

function withGit(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : withGit(above);
}
