import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

// A pipe without a writer would block the process that opens it; Windows has neither.
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The text of a regular file of at most `limit` bytes. Undefined for every other: a larger one, a folder, a
 * device, a pipe, one that cannot be read. Never reads more than the file's size when it was opened.
 */
export function readSmallFile(path: string, limit: number): string | undefined {
  try {
    const file = openSync(path, flags);
    try {
      const found = fstatSync(file);
      return found.isFile() && found.size <= limit ? readBytes(file, found.size) : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

function readBytes(file: number, size: number): string {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read) {
    read = readSync(file, bytes, length, size - length, null);
  }
  return bytes.toString('utf8', 0, length);
}
