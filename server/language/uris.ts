import { fileURLToPath, pathToFileURL } from 'node:url';

const onWindows = process.platform === 'win32';

/** The absolute path that a document's address names; undefined for one that is not on this machine's disk. */
export function pathOf(uri: string, windows = onWindows): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri, { windows }) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The address of a file, with the escapes that VS Code writes, which are more than Node's. The host of a Windows
 * path such as `\\server\share` stands before the path.
 */
export function uriOf(path: string, windows = onWindows): string {
  const { hostname, pathname } = pathToFileURL(path, { windows });
  const decoded = decodeURIComponent(pathname).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
  return `file://${encodeSegment(hostname)}${decoded.split('/').map(encodeSegment).join('/')}`;
}

/** One spelling for every address of a document: editors and Node escape different characters. */
export function canonicalUri(uri: string): string {
  const path = pathOf(uri);
  return path === undefined ? uri : uriOf(path);
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
