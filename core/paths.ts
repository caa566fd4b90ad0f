/** The folder of a path, without the separator; empty for a bare file name. Knows `/` and `\`. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), 0));
}

/** A path below a folder, `.` and `..` resolved as far as the folder goes; one that is absolute stays. */
export function joinPath(folder: string, path: string): string {
  if (/^(?:[/\\]|[A-Za-z]:[/\\])/.test(path) || folder === '') return normal(path);
  return normal(`${folder}/${path}`);
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split(/[/\\]/)) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..' && last !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/') || '.';
}
