import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that an editor would have opened: the nearest one above with `.git`, else the file system's root. */
export function repositoryOf(path: string): string {
  const folder = dirname(path);
  return folder === path || existsSync(join(folder, '.git')) ? folder : repositoryOf(folder);
}
