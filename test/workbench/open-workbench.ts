import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { openChromium } from '../kit/open-chromium.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { calmSettings } from '../../scripts/calm-settings.ts';
import { serveWorkbench } from '../../scripts/serve-workbench.ts';

export interface WorkbenchOfTest {
  readonly page: Page;
  /** Runs a command by its title, as from the palette. */
  runCommand(title: string): Promise<void>;
  /** Opens a file of the folder by its name and gives its editor. */
  openFile(name: string): Promise<Locator>;
  /** Puts the cursor of the open editor behind a text that its file has on disk. */
  placeCursorAfter(file: string, text: string): Promise<void>;
  typeText(text: string): Promise<void>;
  /** The labels of the visible rows of the side bar's tree. */
  treeRows(): Promise<string[]>;
  /** The page inside the panel's frame. */
  panelFrame(): Promise<Frame>;
  /** Keeps what a person sees in `test-output/workbench/NAME.png`. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface WorkbenchTestOptions {
  /** The folder that VS Code opens. */
  readonly folder: string;
  readonly theme?: string;
  readonly trusted?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

const pictures = resolve('test-output/workbench');

/** A real VS Code with the packed extension and nothing else installed, as a new user's. */
export async function openWorkbench(options: WorkbenchTestOptions): Promise<WorkbenchOfTest> {
  const data = temporaryFolder();
  const server = await serveWorkbench({
    dataFolder: data.path,
    extension: resolve('routescope.vsix'),
    trusted: options.trusted ?? true,
    settings: {
      ...calmSettings,
      'editor.accessibilitySupport': 'off',
      'editor.minimap.enabled': false,
      'workbench.colorTheme': options.theme ?? 'Default Light Modern',
      ...options.settings,
    },
  });
  const browser = await openChromium();
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
    data.remove();
  };
  const page = await openFolder(browser, server.url, options.folder).catch(async (problem: unknown) => {
    await close();
    throw problem;
  });

  const runCommand = async (title: string): Promise<void> => {
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget input[aria-label]').first();
    await input.waitFor();
    await input.fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  };

  return {
    page,
    runCommand,
    async openFile(name) {
      await page.keyboard.press('ControlOrMeta+P');
      const input = page.locator('.quick-input-widget input[aria-label]').first();
      await input.waitFor();
      await input.fill(name);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
      await page.keyboard.press('Enter');
      const editor = page
        .locator(`.editor-instance[data-uri], .editor-instance .monaco-editor[data-uri$="${name}"]`)
        .last();
      await editor.waitFor();
      return editor;
    },
    async placeCursorAfter(file, text) {
      const before = readFileSync(join(options.folder, file), 'utf8').split(text, 1).join('') + text;
      const lines = before.split('\n');
      await page.keyboard.press('Control+G');
      const input = page.locator('.quick-input-widget input[aria-label]').first();
      await input.waitFor();
      await input.fill(`:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`);
      await page.keyboard.press('Enter');
      await input.waitFor({ state: 'hidden' });
    },
    typeText: (text) => page.keyboard.type(text, { delay: 20 }),
    treeRows: () => page.locator('.sidebar .monaco-list-row').allInnerTexts(),
    async panelFrame() {
      const frame = page
        .frames()
        .find((one) => one.name() === 'pending-frame' || one.url().includes('fake.html'));
      if (frame === undefined) throw new Error('There is no panel.');
      await frame.waitForLoadState();
      return frame;
    },
    async screenshot(name) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    close,
  };
}

async function openFolder(browser: Browser, url: string, folder: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`);
  // What the extension contributes appears a moment after the workbench.
  await page.locator('.activitybar a[aria-label^="WebSocket APIs"]').waitFor();
  return page;
}
