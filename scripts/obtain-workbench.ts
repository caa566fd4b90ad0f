import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';

const version = '4.139.1';
const archiveSha512 =
  'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==';
const cache = resolve('.vscode-test');
const minutesForEachStep = 30;
const folder = join(cache, `code-server-${version}`);

/**
 * The entry file of a complete VS Code 1.139.1 that serves its workbench to a browser.
 * The first call obtains it from the npm registry (46 MB); an interrupted call leaves nothing that a later one would trust.
 */
export async function obtainWorkbench(): Promise<string> {
  const entry = join(folder, 'lib/vscode/out/server-main.js');
  if (existsSync(entry)) return entry;

  const unfinished = join(cache, 'unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });

  console.log('Obtaining VS Code (once, about 46 MB)…');
  await run('npm', ['pack', '--silent', `code-server@${version}`], unfinished);
  const archive = join(unfinished, `code-server-${version}.tgz`);
  await refuseOtherContent(archive);

  console.log('Unpacking it…');
  await run('tar', ['-xzf', archive], unfinished);

  console.log('Installing what it needs (about 600 MB on disk)…');
  const unpacked = join(unfinished, 'package');
  const withoutScripts = ['install', '--silent', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', withoutScripts, join(unpacked, 'lib/vscode'));
  await run('npm', withoutScripts, join(unpacked, 'lib/vscode/extensions'));

  console.log('Building its log writer (goes on without where there is no C++ compiler)…');
  const nativeModules = ['rebuild', '--silent', '@vscode/spdlog', '@vscode/native-watchdog'];
  await run('npm', nativeModules, join(unpacked, 'lib/vscode'), { quiet: true }).catch(() => undefined);

  rmSync(folder, { recursive: true, force: true });
  renameSync(unpacked, folder);
  rmSync(unfinished, { recursive: true, force: true });
  return entry;
}

async function refuseOtherContent(archive: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('base64') !== archiveSha512)
    throw new Error(`${archive} is not the code-server ${version} that this project was tested with.`);
}

async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  { quiet = false } = {},
): Promise<void> {
  // npm is a .cmd file on Windows, which only a shell can start.
  const shell = process.platform === 'win32' && command === 'npm';
  const child = spawn(command, [...args], {
    cwd,
    shell,
    stdio: ['ignore', 'ignore', quiet ? 'ignore' : 'inherit'],
    timeout: minutesForEachStep * 60_000,
  });
  const status = await new Promise<number | null>((done, fail) =>
    child.once('error', fail).once('exit', done),
  );
  const end =
    status === null
      ? `was ended, at the latest after ${minutesForEachStep} minutes; on a slow line try again`
      : `ended with ${status}`;
  if (status !== 0) throw new Error(`'${command} ${args.join(' ')}' ${end}.`);
}
