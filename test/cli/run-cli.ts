import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));

/** Starts the command line as a process of its own. */
export function spawnCli(args: readonly string[], cwd?: string): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [main, ...args], { cwd });
}

/** What a command line printed, and its exit status. */
export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line to its end. */
export async function runCli(args: readonly string[], stdin = '', cwd?: string): Promise<Finished> {
  const child = spawnCli(args, cwd);
  // A command that fails at once does not read its input.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const ended = once(child, 'exit');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = (await ended) as [number | null];
  return { status, stdout, stderr };
}
