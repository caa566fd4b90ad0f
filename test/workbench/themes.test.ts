import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { FrameLocator } from 'playwright-core';
import { chatCopy } from '../kit/chat-copy.ts';
import { inWorkbench } from './in-workbench.ts';

const themes = [
  { name: 'Light Modern', body: 'vscode-light', picture: 'light' },
  { name: 'Dark Modern', body: 'vscode-dark', picture: 'dark' },
  {
    name: 'Dark High Contrast',
    body: 'vscode-high-contrast:not(.vscode-high-contrast-light)',
    picture: 'high-contrast',
  },
  { name: 'Light High Contrast', body: 'vscode-high-contrast-light', picture: 'high-contrast-light' },
];

describe('the themes of VS Code', () => {
  it('leave the panel readable and without a violation that axe finds', async () => {
    await inWorkbench('themes', chatCopy(), {}, async (workbench) => {
      const { panel } = workbench;
      await workbench.openFile('template.yaml');
      await workbench.pressLens('▷ Start');
      await panel.getByRole('button', { name: 'Connect', exact: true }).click();
      await panel.getByRole('radio').first().waitFor();
      await panel.getByRole('textbox', { name: 'Message' }).fill('{"action":"dance"}');
      await panel.getByRole('button', { name: 'Send', exact: true }).click();
      await panel.getByRole('option', { name: /Received .*"event":"error"/ }).click();
      await panel.getByRole('heading', { name: 'Trace' }).waitFor();
      await workbench.openTree();

      const violations: string[] = [];
      for (const { name, body, picture } of themes) {
        await workbench.chooseTheme(name);
        await panel.locator(`body.${body}`).waitFor();
        await workbench.screenshot(`theme-${picture}`);
        violations.push(...(await axeViolations(panel)).map((violation) => `${name}: ${violation}`));
      }
      assert.deepEqual(violations, []);
    });
  });
});

/** What axe finds in a page that is inside frames of other origins, which its builder does not enter. */
async function axeViolations(page: FrameLocator): Promise<string[]> {
  const body = await page.locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  assert(frame);
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate(() => axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
