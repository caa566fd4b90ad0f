import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';

/** A Node.js to run functions with. */
export interface NodeProgram {
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Major versions by program: asking takes some 40 ms. */
const versions = new Map<string, Promise<number>>();

/**
 * The person's own Node.js, because their code is written for it; the one that runs this where they have none,
 * or where theirs is older than the runtime, such as `nodejs22.x`, and this one is newer.
 */
export async function nodeProgramFor(runtime: string | undefined): Promise<NodeProgram> {
  const own = onPath('node');
  // Inside VS Code this process may be Electron, which is Node.js only when it is told so.
  const running = { program: process.execPath, environment: { ELECTRON_RUN_AS_NODE: '1' } };
  if (own === undefined) return running;
  const wanted = majorOf(runtime ?? '');
  const version = await versionOf(own);
  const suits = majorOf(process.versions.node) <= version || wanted <= version;
  return suits ? { program: own, environment: {} } : running;
}

function versionOf(program: string): Promise<number> {
  const version = versions.get(program) ?? askVersion(program);
  versions.set(program, version);
  return version;
}

/** 0 where the program does not answer. */
async function askVersion(program: string): Promise<number> {
  try {
    const { stdout } = await promisify(execFile)(program, ['--version'], { timeout: 5000 });
    return majorOf(stdout);
  } catch {
    return 0;
  }
}

/** The first number of a text; 0 where there is none. */
function majorOf(text: string): number {
  return Number(/\d+/.exec(text)?.[0] ?? 0);
}

function onPath(name: string): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return (
    (process.env['PATH'] ?? '')
      .split(delimiter)
      // A relative folder would be looked for wherever the program happens to run.
      .filter((folder) => isAbsolute(folder))
      .map((folder) => join(folder, name + suffix))
      .find((file) => existsSync(file))
  );
}
