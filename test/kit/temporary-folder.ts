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

/** An empty folder outside the project. */
export function temporaryFolder(): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'routescope-')));
  const inside = (name: string): string => {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  };
  return {
    path,
    write: (name, text) => writeFileSync(inside(name), text),
    copy: (from, name = '.') => cpSync(from, inside(name), { recursive: true }),
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  };
}
