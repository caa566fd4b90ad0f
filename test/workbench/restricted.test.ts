import { chatCopy } from '../kit/chat-copy.ts';
import { inWorkbench } from './in-workbench.ts';

describe('a folder that is not trusted', () => {
  it('is read as any other; handlers do not run, and the panel says why', async () => {
    await inWorkbench('restricted', chatCopy(), { trusted: false }, async (workbench) => {
      const { panel } = workbench;
      await workbench.openFile('template.yaml');
      await workbench.line(/body\.action *→ "join" +✓ join/).waitFor();
      await workbench.pressLens('▷ Start');
      await panel.getByText('This folder is not trusted, so its handlers do not run').waitFor();
      await panel.getByText('Running').waitFor();
      await panel.getByRole('button', { name: 'Connect', exact: true }).click();
      await panel.getByRole('radio').first().waitFor();
      await panel.getByRole('textbox', { name: 'Message' }).fill('{"action":"join"}');
      await panel.getByRole('button', { name: 'Send', exact: true }).click();
      await panel
        .getByRole('option', { name: /Received .*echo/i })
        .first()
        .waitFor();
      await workbench.screenshot('restricted');
    });
  });
});
