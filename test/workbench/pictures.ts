import { join, resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { chatCopy } from '../kit/chat-copy.ts';
import { inWorkbench } from './in-workbench.ts';

/** Takes the pictures of README.md anew from the real VS Code; `npm run pictures`. */
const folder = resolve('docs/images');
const settings = { 'workbench.colorTheme': 'Default Dark Modern', 'breadcrumbs.enabled': false };

await inWorkbench('pictures', chatCopy(), { settings, sharpness: 2 }, async (workbench) => {
  const { page, panel } = workbench;
  await page.setViewportSize({ width: 1640, height: 770 });
  await workbench.openFile('template.yaml');
  await page.keyboard.press('ControlOrMeta+B');
  await workbench.line(/body\.action *→ "join" +✓ join/).waitFor();
  await workbench.placeCursorAfter('template.yaml', '$request.body.action');
  const lens = page.locator('.codelens-decoration a', { hasText: 'Start' }).first();
  await lens.waitFor();
  const top = (await boxOf(lens)).y - 28;
  await page.screenshot({
    path: join(folder, 'hints.png'),
    clip: { ...(await boxOf(page.locator('.editor-instance'))), y: top, width: 820, height: 330 },
  });

  await workbench.pressLens('▷ Start');
  const connect = panel.getByRole('button', { name: 'Connect', exact: true });
  const send = async (message: object, answer: RegExp): Promise<void> => {
    await panel.getByRole('textbox', { name: 'Message' }).fill(JSON.stringify(message, null, 2));
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await panel.getByRole('option', { name: answer }).last().waitFor();
  };
  await panel.getByText('Running').waitFor();
  for (const [index, name] of ['Ada', 'Grace'].entries()) {
    await connect.click();
    await panel.getByRole('radio').nth(index).waitFor();
    await send({ action: 'join', room: 'lobby', name }, new RegExp(`Received .*"welcome".*"${name}"`));
  }
  await send({ action: 'dance' }, /Received .*"event":"error"/);
  await send({ action: 'send', room: 'lobby', text: 'Hello, room!' }, /Received .*Hello, room!/);
  await panel.getByRole('option', { name: /Sent .*Hello, room!/ }).click();
  await panel.getByRole('heading', { name: 'Trace' }).waitFor();
  await page.screenshot({
    path: join(folder, 'panel.png'),
    clip: await boxOf(page.locator('iframe.webview.ready')),
  });

  await workbench.openTree();
  await workbench.treeRow(/^send *1 hit/).waitFor();
  await page.mouse.move(800, 400);
  await page.screenshot({
    path: join(folder, 'tree.png'),
    clip: { ...(await boxOf(page.locator('.part.sidebar'))), height: 400 },
  });
});

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not drawn.');
  return box;
}
