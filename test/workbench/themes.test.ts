import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { chatCopy } from '../kit/chat-copy.ts';
import { inWorkbench } from './in-workbench.ts';

const themes = [
  { name: 'Default Light Modern', body: 'vscode-light', picture: 'light' },
  { name: 'Default Dark Modern', body: 'vscode-dark', picture: 'dark' },
  {
    name: 'Default High Contrast',
    body: 'vscode-high-contrast:not(.vscode-high-contrast-light)',
    picture: 'high-contrast',
  },
  { name: 'Default High Contrast Light', body: 'vscode-high-contrast-light', picture: 'high-contrast-light' },
];

describe('the themes of VS Code', () => {
  it('leave the panel readable and without a violation that axe finds', async () => {
    await inWorkbench('themes', chatCopy(), {}, async (workbench) => {
      const { page, panel } = workbench;
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
        workbench.changeSettings({ 'workbench.colorTheme': name });
        await panel.locator(`body.${body}`).waitFor();
        await workbench.screenshot(`theme-${picture}`);
        const axe = new AxeBuilder({ page })
          .setLegacyMode()
          .include(['iframe.webview.ready', 'iframe#active-frame', 'body']);
        const found = await axe.analyze();
        violations.push(...found.violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`));
      }
      assert.deepEqual(violations, []);
    });
  });
});
