import { chatCopy } from '../kit/chat-copy.ts';
import { inWorkbench } from './in-workbench.ts';

describe('samples', () => {
  it('are all evaluated in a document that follows what is typed, and get routes from their own file', async () => {
    await inWorkbench('samples', chatCopy(), {}, async (workbench) => {
      const { page } = workbench;
      await workbench.openFile('template.yaml');
      await workbench.pressLens('All samples');
      await workbench.line(/unknown-action\.json +"dance" +✗ \$default/).waitFor();
      await workbench.line(/› {2}join\.json +"join" +✓ join/).waitFor();
      await workbench.screenshot('samples-1-evaluated');

      await workbench.placeCursorAfter('template.yaml', '$request.body.');
      await page.keyboard.press('Shift+End');
      await workbench.typeText('room');
      await workbench.line(/› {2}join\.json +"lobby" +✗ \$default/).waitFor();
      await workbench.screenshot('samples-2-typed');
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+Z');

      await workbench.openFile('unknown-action.json');
      await workbench.pressLens('Add a route');
      await workbench.line(/RouteKey: dance/).waitFor();
      await workbench.screenshot('samples-3-route');
    });
  });
});
