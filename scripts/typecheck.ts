import { spawnSync } from 'node:child_process';

const environments = ['core', 'server', 'client', 'client/webview', 'test'];
const compiler = 'node_modules/typescript-7/bin/tsc';
const failed = environments.filter(
  (environment) =>
    spawnSync(process.execPath, [compiler, '-p', environment], { stdio: 'inherit' }).status !== 0,
);
if (failed.length > 0) {
  console.error(`Types do not fit in: ${failed.join(', ')}`);
  process.exit(1);
}
