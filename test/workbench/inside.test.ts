import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { format } from 'node:util';
import { bundleDesktopSuite } from '../../scripts/bundle-desktop-suite.ts';
import { serveWorkbench } from '../../scripts/serve-workbench.ts';
import { chatCopy } from '../kit/chat-copy.ts';
import { calmSettings } from '../../scripts/calm-settings.ts';
import { openChromium } from '../kit/open-chromium.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

describe('inside VS Code', () => {
  it('the suite of `npm run test:desktop` passes', async () => {
    const suite = await bundleDesktopSuite();
    const [data, folder] = [temporaryFolder(), chatCopy()];
    const server = await serveWorkbench({
      dataFolder: data.path,
      settings: calmSettings,
      trusted: true,
      testing: true,
    });
    const browser = await openChromium();
    try {
      const page = await browser.newPage();
      const lines: string[] = [];
      await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
        lines.push(format(...args));
      });
      const exit = new Promise<number>((done) => {
        void page.exposeFunction('codeAutomationExit', done);
      });
      const remote = `vscode-remote://${server.host}`;
      const payload = JSON.stringify([
        ['extensionDevelopmentPath', remote + resolve('.')],
        ['extensionTestsPath', remote + suite],
        ['skipWelcome', 'true'],
      ]);
      await page.goto(server.address({ folder: folder.path, payload }));
      assert.equal(await exit, 0, lines.join('\n'));
    } finally {
      await browser.close();
      await server.stop();
      data.remove();
      folder.remove();
    }
  });
});
