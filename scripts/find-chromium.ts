import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const windowsPrograms = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/**
 * The path of a Chromium, Chrome or Edge: the one that `CHROMIUM` names, else one that is installed,
 * else the system's, installed now where that is possible (Debian and its relatives, as root).
 * Throws one sentence that says what to install.
 */
export function findChromium(): string {
  const found = installedChromium() ?? chromiumFromApt();
  if (found !== undefined) return found;
  throw new Error('No Chromium found: install Chromium, Chrome or Edge, or name its program in CHROMIUM.');
}

function installedChromium(): string | undefined {
  const { CHROMIUM, PATH = '', LOCALAPPDATA, ProgramFiles } = process.env;
  const programFolders = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA];
  return [
    ...(CHROMIUM === undefined ? [] : [CHROMIUM]),
    ...PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    ...macApplications,
    ...programFolders.flatMap((folder) =>
      folder === undefined ? [] : windowsPrograms.map((program) => join(folder, program)),
    ),
  ].find((path) => existsSync(path));
}

function chromiumFromApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Chromium with apt-get (once)…');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return apt('update') && apt('install', '--yes', '--no-install-recommends', 'chromium')
    ? installedChromium()
    : undefined;
}
