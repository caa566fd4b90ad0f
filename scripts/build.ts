import { chmodSync, cpSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { context } from 'esbuild';
import type { BuildOptions } from 'esbuild';

interface Bundle {
  readonly from: string;
  readonly to: string;
  /** The most that the minified bundle may weigh. */
  readonly budgetInKibibytes: number;
  readonly options: BuildOptions;
}

// A bundle in CommonJS has no `import.meta`; these two lines give it one.
const importMetaInCommonJs: BuildOptions = {
  define: { 'import.meta.url': 'bundleUrl', 'import.meta.dirname': '__dirname' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

// VS Code 1.101, the oldest that is supported, runs extensions on Node 22.
const commonJs: BuildOptions = {
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  // The `main` file of jsonc-parser is a UMD module, which a bundler cannot follow.
  mainFields: ['module', 'main'],
  ...importMetaInCommonJs,
};

const bundles: readonly Bundle[] = [
  {
    from: 'client/extension.ts',
    to: 'extension.cjs',
    budgetInKibibytes: 500,
    options: { ...commonJs, external: ['vscode'] },
  },
  {
    from: 'server/language/main.ts',
    to: 'language-server.cjs',
    budgetInKibibytes: 1300,
    options: commonJs,
  },
  { from: 'server/emulator/main.ts', to: 'emulator.cjs', budgetInKibibytes: 300, options: commonJs },
  {
    from: 'server/cli/main.ts',
    to: 'cli.js',
    budgetInKibibytes: 1000,
    options: {
      platform: 'node',
      target: 'node20',
      format: 'esm',
      mainFields: ['module', 'main'],
      banner: {
        // The shebang makes it a program; `require` is for the CommonJS packages inside the bundle.
        js: [
          '#!/usr/bin/env node',
          "import { createRequire } from 'node:module';",
          'const require = createRequire(import.meta.url);',
        ].join('\n'),
      },
    },
  },
  {
    from: 'client/webview/main.ts',
    to: 'webview.js',
    budgetInKibibytes: 150,
    options: { platform: 'browser', target: 'chrome134', format: 'esm', conditions: ['production'] },
  },
];

const output = 'dist';
const watch = process.argv.includes('--watch');

rmSync(output, { recursive: true, force: true });
mkdirSync(output);
cpSync('server/runtimes', join(output, 'runtimes'), { recursive: true });

for (const bundle of bundles) {
  const building = await context({
    entryPoints: [bundle.from],
    outfile: join(output, bundle.to),
    bundle: true,
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    ...bundle.options,
  });
  await building.rebuild();
  if (watch) await building.watch();
  else await building.dispose();
}
chmodSync(join(output, 'cli.js'), 0o755);
if (watch) console.log('Watching for changes; Ctrl-C ends.');
else if (!bundles.map(fitsBudget).every(Boolean)) process.exitCode = 1;

function fitsBudget({ to, budgetInKibibytes }: Bundle): boolean {
  const kibibytes = statSync(join(output, to)).size / 1024;
  const fits = kibibytes <= budgetInKibibytes;
  const note = fits ? '' : '  too large';
  console.log(
    `${to.padEnd(20)} ${kibibytes.toFixed(1).padStart(7)} KiB of ${String(budgetInKibibytes).padStart(4)}${note}`,
  );
  return fits;
}
