import assert from 'node:assert/strict';
import { bundle } from '../bundle.ts';
import { running } from '../chat.ts';
import { useChromium } from '../chromium.ts';
import { openPanel } from '../open-panel.ts';
import { servePage } from '../serve-page.ts';

describe('sample picker', function () {
  this.timeout(60_000);
  const browser = useChromium();

  it('stands at the chosen sample when the host lists that one first', async () => {
    const server = await servePage(await bundle('client/webview/main.ts'));
    const samples = ['a', 'b', 'c', 'd'].map((name) => ({ name, text: name, source: 'file' as const }));
    const { page, send, next, drawn, close } = await openPanel(browser(), server, { ...running, samples });
    const picker = page.getByRole('combobox', { name: 'Sample' });
    for (const name of ['a', 'd', 'b', 'd']) {
      await picker.selectOption(name);
      assert.equal((await next('chooseSample')).name, name);
      const others = samples.filter((one) => one.name !== name);
      await send({
        type: 'state',
        state: { ...running, samples: [...samples.filter((one) => one.name === name), ...others] },
      });
      await drawn();
      assert.equal(await picker.inputValue(), name);
    }
    await close();
    server.close();
  });
});
