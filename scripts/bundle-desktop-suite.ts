import { resolve } from 'node:path';
import { build } from 'esbuild';

/** Bundles the tests that run inside VS Code into one file, and gives its path. */
export async function bundleDesktopSuite(): Promise<string> {
  const outfile = resolve('test-output/desktop/suite.cjs');
  await build({
    entryPoints: ['test/desktop/suite.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}
