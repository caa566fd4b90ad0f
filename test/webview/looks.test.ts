import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import type { PanelState } from '../../core/contracts/panel.ts';
import { bundle } from './bundle.ts';
import { failed, joined, rows, running, stopped } from './chat.ts';
import { useChromium } from './chromium.ts';
import { openPanel } from './open-panel.ts';
import type { Opening, Panel } from './open-panel.ts';
import { servePage } from './serve-page.ts';
import type { PageServer } from './serve-page.ts';
import { dress, themeNames } from './themes.ts';

type Result = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

interface Scene extends Opening {
  readonly state: PanelState;
  readonly act?: (panel: Panel) => Promise<unknown>;
}

const { api: _, ...withoutApi } = stopped;
const tooLarge = `{"action":"join","text":"${'x'.repeat(40_000)}"}`;

/** Every state that people can see the panel in. */
const scenes: Readonly<Record<string, Scene>> = {
  'no API': { state: { ...withoutApi, apis: [] } },
  'stopped, restricted': {
    state: {
      ...stopped,
      restricted: 'This workspace is not trusted: handlers do not run until you trust it.',
    },
  },
  starting: { state: { ...stopped, run: { state: 'starting' } } },
  failed: {
    state: {
      ...stopped,
      run: { state: 'failed', message: 'template.yaml defines no stage that could be run.' },
    },
  },
  'running, nobody connected': { state: { ...running, connections: [] } },
  busy: {
    state: {
      ...running,
      draft: tooLarge,
      run: { ...running.run, notice: 'Port 3001 was taken: 3002 is used.' } as PanelState['run'],
    },
    rows,
  },
  'message open': { state: running, rows, act: (panel) => openTrace(panel, joined) },
  'message failed': { state: running, rows, width: 1500, act: (panel) => openTrace(panel, failed) },
  'not JSON, form wrong': {
    state: { ...running, draft: '{"action": join', apis: stopped.apis.slice(0, 1) },
    rows,
    act: async ({ page }) => {
      await page.getByText('Query, headers, subprotocols').click();
      await page.getByLabel('Headers, one a line').fill('Authorization Bearer abc');
    },
  },
  narrow: { state: running, rows, width: 300, act: (panel) => openTrace(panel, joined) },
};

describe('looks of the panel', function () {
  this.timeout(60_000);
  const browser = useChromium();
  let server: PageServer;
  before(async () => {
    mkdirSync('test-output/webview', { recursive: true });
    server = await servePage(await bundle('client/webview/main.ts'));
  });
  after(() => server?.close());

  for (const [name, { state, act, ...opening }] of Object.entries(scenes))
    it(`has no accessibility violation in any theme: ${name}`, async () => {
      const panel = await openPanel(browser(), server, state, opening);
      await act?.(panel);
      const violations: string[] = [];
      for (const theme of themeNames) {
        await dress(panel.page, theme);
        await panel.page.screenshot({ path: `test-output/webview/${theme} ${name}.png`, fullPage: true });
        const axe = new AxeBuilder({ page: panel.page }).setLegacyMode();
        // A theme changes nothing but colours.
        if (theme !== themeNames[0]) axe.withRules('color-contrast');
        const found = await axe.analyze();
        violations.push(...found.violations.flatMap((violation) => sentences(theme, violation)));
      }
      assert.deepEqual(violations, []);
      await panel.close();
    });
});

function sentences(theme: string, { id, nodes }: Result): string[] {
  return nodes.map(({ html, failureSummary }) => `${theme}: ${id}: ${html} ${failureSummary}`);
}

async function openTrace(panel: Panel, hit: typeof joined): Promise<void> {
  await panel.page.getByRole('option', { name: /Sent .*"join"/ }).click();
  await panel.next('showHit');
  await panel.send({ type: 'hit', hit });
}
