import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where code that stands in a definition was written. */
export interface InlineCode {
  readonly folder: string;
  readonly file: string;
}

/** What this process has written, by name and code; what others may have put somewhere is never run. */
const written = new Map<string, InlineCode>();
let root: string | undefined;
let removesAtExit = false;

/** Writes code of a definition into a folder of its own, as CloudFormation does; once for the same code. */
export function writeInlineCode(code: string, name: string): InlineCode {
  const key = `${name}\n${code}`;
  const known = written.get(key);
  if (known) return known;
  root ??= newFolder();
  const folder = join(root, String(written.size));
  const file = join(folder, name);
  mkdirSync(folder);
  writeFileSync(file, code, { mode: 0o600 });
  written.set(key, { folder, file });
  return { folder, file };
}

/** Deletes all that was written. */
export function removeInlineCode(): void {
  if (root !== undefined) rmSync(root, { recursive: true, force: true });
  root = undefined;
  written.clear();
}

/** A folder that nobody else can have made, and that only the person can read. */
function newFolder(): string {
  if (!removesAtExit) process.on('exit', removeInlineCode);
  removesAtExit = true;
  return mkdtempSync(join(tmpdir(), 'routescope-'));
}
