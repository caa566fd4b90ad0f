import { spawnSync } from 'node:child_process';

// Mocha adds the files that it is given to those of its configuration; here they take their place.
const [configuration = '', ...args] = process.argv.slice(2);
const namesFiles = args.some((arg) => arg.endsWith('.test.ts'));
const choice = namesFiles ? ['--no-config', '--timeout', '180000'] : ['--config', configuration];
const { status } = spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', ...choice, ...args], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
