import * as native from 'node:path';

/** Whether a path is in the folder, at any depth; judged by the names alone, nothing on disk is touched. */
export function isWithin(folder: string, path: string, style: native.PlatformPath = native): boolean {
  const way = style.relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${style.sep}`) && !style.isAbsolute(way);
}
