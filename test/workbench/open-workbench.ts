import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { openChromium } from '../kit/open-chromium.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { calmSettings } from '../../scripts/calm-settings.ts';
import { serveWorkbench } from '../../scripts/serve-workbench.ts';

export interface Workbench {
  readonly page: Page;
  /** The page inside the panel. */
  readonly panel: FrameLocator;
  /** Runs a command by its title, as from the palette. */
  runCommand(title: string): Promise<void>;
  /** Opens a file of the folder. */
  openFile(name: string): Promise<void>;
  /** Puts the cursor of the open editor behind a text that the file has on disk. */
  placeCursorAfter(file: string, text: string): Promise<void>;
  typeText(text: string): Promise<void>;
  /** A line of the open editor, with the hints in it. */
  line(text: RegExp): Locator;
  /** Clicks a code lens, the first of that title. */
  pressLens(title: string): Promise<void>;
  /** Shows the view of APIs. */
  openView(): Promise<void>;
  /** Shows the view of APIs and waits for its tree. */
  openTree(): Promise<void>;
  /** A row of the tree by its label and description. */
  treeRow(text: RegExp): Locator;
  chooseTheme(name: string): Promise<void>;
  /** Keeps what a person sees in `test-output/workbench/NAME.png`. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface WorkbenchTestOptions {
  /** The folder that VS Code opens. */
  readonly folder: string;
  /** Whether the folder is trusted without asking; it is unless said otherwise. */
  readonly trusted?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Points of a picture for one of the page, in each direction; 1 unless said otherwise. */
  readonly sharpness?: number;
}

const pictures = resolve('test-output/workbench');

/** A real VS Code with the packed extension and nothing else installed, as a new user's. */
export async function openWorkbench(options: WorkbenchTestOptions): Promise<Workbench> {
  const data = temporaryFolder();
  const server = await serveWorkbench({
    dataFolder: data.path,
    extension: resolve('routescope.vsix'),
    trusted: options.trusted ?? true,
    settings: {
      ...calmSettings,
      'editor.accessibilitySupport': 'off',
      'editor.minimap.enabled': false,
      'workbench.colorTheme': 'Default Light Modern',
      ...options.settings,
    },
  });
  const browser = await openChromium();
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
    data.remove();
  };
  const page = await openAddress(
    browser,
    server.address({ folder: options.folder }),
    options.sharpness,
  ).catch(async (problem: unknown) => {
    await close();
    throw problem;
  });
  const input = page.locator('.quick-input-widget input[aria-label]').first();
  const choice = (text: string): Locator =>
    page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

  const runCommand = async (title: string): Promise<void> => {
    await page.keyboard.press('F1');
    await input.fill(`>${title}`);
    await choice(title).click();
  };
  const openView = (): Promise<void> =>
    page.locator('.activitybar li:has(a[aria-label^="WebSocket APIs"])').click();

  return {
    page,
    panel: page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'),
    runCommand,
    async openFile(name) {
      await page.keyboard.press('ControlOrMeta+P');
      await input.fill(name);
      await choice(name).click();
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      await page.locator('.editor-instance .view-line').first().waitFor();
    },
    async placeCursorAfter(file, text) {
      const saved = readFileSync(join(options.folder, file), 'utf8');
      const lines = saved.slice(0, saved.indexOf(text) + text.length).split('\n');
      await page.keyboard.press('Control+G');
      await input.fill(`:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`);
      await page.keyboard.press('Enter');
      await input.waitFor({ state: 'hidden' });
    },
    typeText: (text) => page.keyboard.type(text, { delay: 20 }),
    line: (text) => {
      // The editor draws a space as one that does not break.
      const drawn = new RegExp(text.source.replaceAll(' ', String.raw`\s`));
      return page.locator('.editor-instance .view-line', { hasText: drawn }).first();
    },
    pressLens: (title) => page.locator('.codelens-decoration a', { hasText: title }).first().click(),
    openView,
    async openTree() {
      await openView();
      await page.locator('.sidebar .monaco-list-row').first().waitFor();
    },
    treeRow: (text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first(),
    async chooseTheme(name) {
      await runCommand('Preferences: Color Theme');
      await input.fill(name);
      await choice(name).click();
    },
    async screenshot(name) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    close,
  };
}

async function openAddress(browser: Browser, address: string, sharpness = 1): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1400, height: 900 },
    deviceScaleFactor: sharpness,
  });
  await page.goto(address);
  // What the extension contributes appears a moment after the workbench.
  await page.locator('.activitybar a[aria-label^="WebSocket APIs"]').waitFor();
  return page;
}
