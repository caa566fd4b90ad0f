import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  /** Writes a file, with the folders that lead to it. */
  write(name: string, text: string): void;
  /** Copies a file or folder of this machine into it. */
  copy(from: string, name?: string): void;
  remove(): void;
}

/** An empty folder of that name, outside the project. */
export function temporaryFolder(name = 'folder'): TemporaryFolder {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'routescope-')));
  const path = join(parent, name);
  mkdirSync(path);
  const inside = (name: string): string => {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  };
  return {
    path,
    write: (name, text) => writeFileSync(inside(name), text),
    copy: (from, name = '.') => cpSync(from, inside(name), { recursive: true }),
    remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }),
  };
}
