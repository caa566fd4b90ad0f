import { resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleDesktopSuite } from './bundle-desktop-suite.ts';

// For machines that can download VS Code; `npm test` runs the same suite in the VS Code that npm brings.
await runTests({
  version: '1.101.0',
  cachePath: resolve('.vscode-test'),
  extensionDevelopmentPath: resolve('.'),
  extensionTestsPath: await bundleDesktopSuite(),
  launchArgs: [resolve('examples/chat'), '--disable-extensions', '--disable-workspace-trust'],
});
