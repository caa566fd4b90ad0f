import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chatCopy } from '../kit/chat-copy.ts';
import type { TemporaryFolder } from '../kit/temporary-folder.ts';
import { inWorkbench } from './in-workbench.ts';
import type { Workbench } from './open-workbench.ts';

/** The chat with a handler that leaves a trace on the disk as soon as it is loaded. */
function tellingCopy(): TemporaryFolder & { handlerRan(): boolean } {
  const folder = chatCopy();
  folder.write(
    'src/chat.mjs',
    `import { writeFileSync } from 'node:fs';
    writeFileSync(new URL('../handler-ran', import.meta.url), '');
    export const handler = async () => ({ statusCode: 200, body: '"handled"' });`,
  );
  return { ...folder, handlerRan: () => existsSync(join(folder.path, 'handler-ran')) };
}

async function startAndSend(workbench: Workbench): Promise<void> {
  const { panel } = workbench;
  await workbench.openFile('template.yaml');
  await workbench.line(/body\.action *→ "join" +✓ join/).waitFor();
  await workbench.pressLens('▷ Start');
  await panel.getByText('Running').waitFor();
  await panel.getByRole('button', { name: 'Connect', exact: true }).click();
  await panel.getByRole('radio').first().waitFor();
  await panel.getByRole('textbox', { name: 'Message' }).fill('{"action":"join"}');
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
}

describe('a folder', () => {
  it('that is not trusted is read as any other; handlers do not run, and the panel says why', async () => {
    const folder = tellingCopy();
    await inWorkbench('restricted', folder, { trusted: false }, async (workbench) => {
      const { panel } = workbench;
      await startAndSend(workbench);
      const echo = panel.getByRole('option', { name: /Received .*echo/i });
      await echo.first().waitFor();
      await panel.getByText('This folder is not trusted, so its handlers do not run').waitFor();
      await workbench.screenshot('restricted');
      assert.equal(folder.handlerRan(), false);
    });
  });

  it('that is trusted is answered by its handlers', async () => {
    const folder = tellingCopy();
    await inWorkbench('trusted', folder, {}, async (workbench) => {
      await startAndSend(workbench);
      await workbench.panel.getByRole('option', { name: /Received .*"handled"/ }).waitFor();
      assert.equal(folder.handlerRan(), true);
    });
  });
});
