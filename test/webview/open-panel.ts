import assert from 'node:assert/strict';
import type { Browser, Locator, Page } from 'playwright-core';
import type { FromPage, PanelState, ToPage, TrafficRow } from '../../core/contracts/panel.ts';
import { adoptStyle, defaultStyle } from './default-style.ts';
import type { PageServer } from './serve-page.ts';
import { dress } from './themes.ts';

/** The panel in a browser, and the host's end of its bridge. */
export interface Panel {
  readonly page: Page;
  /** The rows of the log that are in the page. */
  readonly rows: Locator;
  /** Sends a message as the host does, and waits until the page has drawn it. */
  readonly send: (message: ToPage) => Promise<void>;
  /** Settles when everything that was done has been drawn. */
  readonly drawn: () => Promise<void>;
  /** The next message of the page of that type that was not yet taken. */
  readonly next: <Type extends FromPage['type']>(type: Type) => Promise<Extract<FromPage, { type: Type }>>;
  /** Closes the page; fails if it broke its security policy or threw. */
  readonly close: () => Promise<void>;
}

export interface Opening {
  readonly rows?: readonly TrafficRow[];
  /** The size of the panel in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** What VS Code kept of the page's earlier life. */
  readonly saved?: unknown;
}

/** Opens the panel and answers its `ready` with a state and rows. */
export async function openPanel(
  browser: Browser,
  server: PageServer,
  state: PanelState,
  { rows = [], width = 1100, height = 720, saved }: Opening = {},
): Promise<Panel> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  const faults: string[] = [];
  const posted: FromPage[] = [];
  let wake: () => void = doNothing;
  await page.exposeFunction('reportFault', (fault: string) => faults.push(fault));
  await page.exposeFunction('receiveFromPage', (message: FromPage) => {
    posted.push(message);
    wake();
  });
  await page.addInitScript(standInForVsCode, saved);
  await page.addInitScript(adoptStyle, defaultStyle);
  page.on('pageerror', (error) => faults.push(error.message));

  const next: Panel['next'] = async (type) => {
    for (;;) {
      const index = posted.findIndex((message) => message.type === type);
      if (index !== -1) return posted.splice(index, 1)[0] as Extract<FromPage, { type: typeof type }>;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const drawn = (): Promise<void> => page.evaluate(passFrames);
  const send: Panel['send'] = async (message) => {
    await page.evaluate(deliver, message);
    await drawn();
  };
  await page.goto(server.url);
  await next('ready');
  await dress(page, 'dark');
  await send({ type: 'state', state });
  await send({ type: 'traffic', rows, reset: true });
  return {
    page,
    rows: page.getByRole('listbox', { name: 'Traffic' }).getByRole('option'),
    send,
    drawn,
    next,
    async close() {
      await page.close();
      assert.deepEqual(faults, []);
    },
  };
}

function standInForVsCode(saved: unknown): void {
  const host = window as unknown as {
    reportFault(fault: string): void;
    receiveFromPage(message: unknown): void;
    acquireVsCodeApi(): unknown;
  };
  document.addEventListener('securitypolicyviolation', (event) =>
    host.reportFault(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
  let state = saved;
  host.acquireVsCodeApi = () => ({
    postMessage: (message: unknown) => host.receiveFromPage(message),
    getState: () => state,
    setState: (next: unknown) => (state = next),
  });
}

async function deliver(message: unknown): Promise<void> {
  const received = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
  window.postMessage(message, '*');
  await received;
}

async function passFrames(): Promise<void> {
  // The page draws in the next frame, and once more where drawing moved the log.
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

function doNothing(): void {}
