import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Node.js to run functions with. */
export interface NodeProgram {
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Major versions by program: asking takes some 40 ms. */
const versions = new Map<string, number>();

/**
 * The person's own Node.js, because their code is written for it; the one that runs this where they have none,
 * or where theirs is older than the runtime, such as `nodejs22.x`, and this one is newer.
 */
export function nodeProgramFor(runtime: string | undefined): NodeProgram {
  const own = onPath('node');
  // Inside VS Code this process may be Electron, which is Node.js only when it is told so.
  const running = { program: process.execPath, environment: { ELECTRON_RUN_AS_NODE: '1' } };
  if (own === undefined) return running;
  const wanted = majorOf(runtime ?? '');
  const suits = majorOf(process.versions.node) <= versionOf(own) || wanted <= versionOf(own);
  return suits ? { program: own, environment: {} } : running;
}

function versionOf(program: string): number {
  const known = versions.get(program);
  if (known !== undefined) return known;
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 5000 });
  const version = majorOf(stdout ?? '');
  versions.set(program, version);
  return version;
}

/** The first number of a text; 0 where there is none. */
function majorOf(text: string): number {
  return Number(/\d+/.exec(text)?.[0] ?? 0);
}

function onPath(name: string): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name + suffix))
    .find((file) => existsSync(file));
}
