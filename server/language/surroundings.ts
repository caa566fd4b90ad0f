import { readdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Surroundings } from '../../core/formats/source.ts';
import { isWithin } from './is-within.ts';
import { readSmallFile } from './read-small-file.ts';
import { largestDefinition } from './scan-folder.ts';

/**
 * What definitions in a folder may see of other files: only those in that folder, links out of it count as absent.
 * `openText` gives the text of a file that is open in the editor.
 */
export function surroundingsIn(
  root: string,
  openText: (path: string) => string | undefined = () => undefined,
): Surroundings {
  return {
    read: (path) =>
      openText(path) ?? (staysWithin(root, path) ? readSmallFile(path, largestDefinition) : undefined),
    list: (folder) => (resolve(folder) === resolve(root) || staysWithin(root, folder) ? namesIn(folder) : []),
  };
}

/** Whether a path is in the folder, also when links are followed: a definition of strangers could name any file. */
export function staysWithin(folder: string, path: string): boolean {
  try {
    return isWithin(folder, path) && isWithin(realpathSync(folder), realpathSync(path));
  } catch {
    return false;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
