import { folderOf } from '../paths.ts';

/**
 * The folder of a program as its `__dirname` has it: absolute. That of a program whose path is relative begins with a
 * folder that does not exist, so that what starts there can be told from what starts elsewhere.
 */
export function folderOfScript(path: string): string {
  return folderOf(isAbsolute(path) ? path : `/-/${path}`);
}

/** Whether a path starts at a root. */
export function isAbsolute(path: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path);
}
