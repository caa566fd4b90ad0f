import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

// Everything that CI runs. A step that is no test suite counts as one test.
const suites: readonly (readonly string[])[] = [
  ['run', '--silent', 'obtain'],
  ['run', '--silent', 'check'],
  ['run', '--silent', 'package'],
  ['run', '--silent', 'unit', '--', '--reporter', 'dot', '--forbid-only'],
  ['run', '--silent', 'workbench', '--', '--forbid-only'],
];

const totals = { passed: 0, failed: 0, skipped: 0 };
for (const suite of suites) {
  console.log(`\n> npm ${suite.filter((word) => word !== '--silent').join(' ')}`);
  const { status, output } = await npm(suite);
  const passed = countBefore(output, 'passing');
  const failed = countBefore(output, 'failing');
  totals.passed += passed ?? (status === 0 ? 1 : 0);
  totals.failed += Math.max(failed ?? 0, status === 0 ? 0 : 1);
  totals.skipped += countBefore(output, 'pending') ?? 0;
}
const skipped = totals.skipped === 0 ? '' : `, ${totals.skipped} skipped`;
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed === 0 ? 0 : 1;

function npm(args: readonly string[]): Promise<{ status: number | null; output: string }> {
  const child = spawn('npm', [...args], {
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((done) => child.once('close', (status) => done({ status, output })));
}

/** The number in mocha's summary line, `  12 passing (3s)`. */
function countBefore(output: string, word: string): number | undefined {
  const found = new RegExp(String.raw`^\s+(\d+) ${word}`, 'm').exec(stripVTControlCharacters(output));
  return found === null ? undefined : Number(found[1]);
}
