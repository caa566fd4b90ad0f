import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { calmSettings } from './calm-settings.ts';
import { serveWorkbench } from './serve-workbench.ts';

// Packed by `npm start` just before; see package.json.
const workbench = await serveWorkbench({
  dataFolder: resolve('.vscode-test/start'),
  extension: resolve('routescope.vsix'),
  trusted: true,
  settings: calmSettings,
}).catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exit(1);
});
process.once('SIGINT', () => void workbench.stop());
process.once('SIGTERM', () => void workbench.stop());

const example = resolve('examples/chat');
const template = `vscode-remote://${workbench.host}${pathToFileURL(example).pathname}/template.yaml`;
const address = workbench.address({ folder: example, payload: JSON.stringify([['openFile', template]]) });
console.log(`\nVS Code with Routescope: ${address}\nCtrl-C ends it.`);
openInBrowser(address);
await workbench.ended;

/** Where there is no desktop nothing happens: the address is printed. */
function openInBrowser(url: string): void {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/d', '/s', '/c', `start "" "${url}"`]
      : process.platform === 'darwin'
        ? ['open', url]
        : DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined
          ? ['xdg-open', url]
          : [];
  if (command === undefined) return;
  // `start` is a word of cmd, which would take an `&` without quotes for the end of it.
  spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true })
    .on('error', () => undefined)
    .unref();
}
