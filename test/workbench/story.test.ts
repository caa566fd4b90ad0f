import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { chatCopy } from '../kit/chat-copy.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { inWorkbench } from './in-workbench.ts';
import { skipBecause } from '../kit/skip-because.ts';

describe('the story', () => {
  it('a message takes the route that the editor showed, and the own handler answers', async () => {
    await inWorkbench('story', chatCopy(), {}, async (workbench) => {
      const { page, panel } = workbench;
      await workbench.openFile('template.yaml');
      await workbench.line(/RouteSelectionExpression: \$request\.body\.action\s*→ "join"\s+✓ join/).waitFor();
      await workbench.screenshot('story-1-hint');

      await workbench.placeCursorAfter('template.yaml', '$request.body.');
      await page.keyboard.press('Shift+End');
      await workbench.typeText('room');
      await workbench.line(/body\.room\s*→ "lobby"\s+✗ \$default/).waitFor();
      await workbench.screenshot('story-2-typed');
      await workbench.placeCursorAfter('template.yaml', '$request.body.');
      await page.keyboard.press('Shift+End');
      await workbench.typeText('action');
      await workbench.line(/body\.action\s*→ "join"\s+✓ join/).waitFor();
      await page.keyboard.press('Escape');

      await workbench.pressLens('▷ Start');
      await panel.getByText('Running').waitFor();
      await panel.getByRole('button', { name: 'Connect', exact: true }).click();
      await panel.getByRole('radio').first().waitFor();
      await panel
        .getByRole('textbox', { name: 'Message' })
        .fill('{"action":"join","room":"lobby","name":"Ada"}');
      await panel.locator('#prediction').getByRole('button', { name: 'join' }).waitFor();
      await panel.getByRole('button', { name: 'Send', exact: true }).click();
      await panel.getByRole('option', { name: /Received .*"event":"welcome".*"Ada"/ }).waitFor();

      await workbench.openTree();
      await workbench.treeRow(/^join\s*1 hit/).click();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      await workbench.screenshot('story-3-hit');
      await workbench.treeRow(/"join"/).click();
      const trace = panel.getByRole('heading', { name: 'Trace' });
      await trace.waitFor();
      assert(await trace.evaluate(isInView), 'the trace is not where the person looks');
      await workbench.screenshot('story-4-trace');
    });
  });

  it('one client reaches another through the handler and @connections', async () => {
    await inWorkbench('rooms', chatCopy(), {}, async (workbench) => {
      const { panel } = workbench;
      const message = panel.getByRole('textbox', { name: 'Message' });
      const send = panel.getByRole('button', { name: 'Send', exact: true });
      await workbench.openFile('template.yaml');
      await workbench.pressLens('▷ Start');
      for (const [index, name] of ['Ada', 'Grace'].entries()) {
        await panel.getByRole('button', { name: 'Connect', exact: true }).click();
        await panel.getByRole('radio').nth(index).waitFor();
        await message.fill(JSON.stringify({ action: 'join', room: 'lobby', name }));
        await send.click();
        await panel
          .getByRole('option', { name: new RegExp(`Received .*"event":"welcome".*"${name}"`) })
          .waitFor();
      }
      await message.fill(JSON.stringify({ action: 'send', room: 'lobby', text: 'Hello, room!' }));
      await send.click();
      await panel
        .getByRole('option', { name: /Received .*"event":"message".*Hello, room!/ })
        .nth(1)
        .waitFor();
      await workbench.screenshot('rooms');
    });
  });

  const published = resolve('../shared/corpus/files/aws-samples__simple-websockets-chat-app/template.yaml');
  // Templates of other people are no part of this project; they are tried where they lie beside it.
  it('a published template runs without its handlers: an echo answers and says so', async function () {
    if (!existsSync(published)) skipBecause(this, 'the corpus is not beside the project.');
    const folder = temporaryFolder();
    folder.copy(published, 'template.yaml');
    folder.write('.routescope/samples/hello.json', '{"action":"sendmessage","data":"hello"}');
    await inWorkbench('published', folder, {}, async (workbench) => {
      const { panel } = workbench;
      await workbench.openFile('template.yaml');
      await workbench.line(/"\$request\.body\.action"\s*→ "sendmessage"\s+✓ sendmessage/).waitFor();
      await workbench.pressLens('▷ Start');
      await panel.getByText('Running').waitFor();
      await panel.getByRole('button', { name: 'Connect', exact: true }).click();
      await panel.getByRole('radio').first().waitFor();
      await panel.getByRole('textbox', { name: 'Message' }).fill('{"action":"sendmessage","data":"hello"}');
      await panel.getByRole('button', { name: 'Send', exact: true }).click();
      await panel.getByRole('option', { name: /echo/i }).first().waitFor();
      await workbench.openTree();
      await workbench.treeRow(/^sendmessage\s*1 hit/).waitFor();
      await workbench.screenshot('published');
    });
  });
});

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
