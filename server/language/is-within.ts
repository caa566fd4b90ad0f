import * as native from 'node:path';

/** Whether a path is in the folder, at any depth; judged by the names alone, nothing on disk is touched. */
export function isWithin(
  folder: string,
  path: string,
  { relative, isAbsolute, sep }: Pick<native.PlatformPath, 'relative' | 'isAbsolute' | 'sep'> = native,
): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
