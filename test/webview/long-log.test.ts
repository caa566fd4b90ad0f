import assert from 'node:assert/strict';
import type { TrafficRow } from '../../core/contracts/panel.ts';
import { bundle } from './bundle.ts';
import { running } from './chat.ts';
import { useChromium } from './chromium.ts';
import { openPanel } from './open-panel.ts';
import { servePage } from './serve-page.ts';
import type { PageServer } from './serve-page.ts';

describe('long log of the panel', function () {
  this.timeout(60_000);
  const browser = useChromium();
  let server: PageServer;
  before(async () => {
    server = await servePage(await bundle('client/webview/main.ts'));
  });
  after(() => server?.close());

  it('puts only the rows in sight into the page, and shows the newest', async () => {
    const panel = await openPanel(browser(), server, running, { rows: messages(1, 10_000) });
    assert.equal(await panel.rows.last().getAttribute('aria-posinset'), '10000');
    assert.match(await panel.rows.last().innerText(), /message 10000$/m);
    assert((await panel.rows.count()) < 80);
    assert((await panel.page.locator('*').count()) < 1500);
    await panel.close();
  });

  it('stays where a person scrolled to, and jumps to the latest when asked', async () => {
    const panel = await openPanel(browser(), server, running, { rows: messages(1, 9_990) });
    const list = panel.page.getByRole('listbox');
    await list.evaluate((element) => (element.scrollTop = 50_000));
    const jump = panel.page.getByRole('button', { name: 'Jump to latest' });
    await jump.waitFor();
    const middle = panel.page.getByText('message 2280', { exact: true });
    const before = await middle.boundingBox();
    await panel.send({ type: 'traffic', rows: messages(9_991, 100), reset: false });
    assert.deepEqual(await middle.boundingBox(), before);
    await panel.page.getByText('older rows dropped: 90').waitFor();
    await jump.click();
    await panel.page.getByText('message 10090', { exact: true }).waitFor();
    await jump.waitFor({ state: 'detached' });
    await panel.close();
  });

  it('keeps a row in sight whose details take the room', async () => {
    const panel = await openPanel(browser(), server, running, { rows: messages(1, 100) });
    const list = panel.page.getByRole('listbox');
    const before = await list.evaluate((element) => element.clientHeight);
    await panel.rows.last().click();
    await panel.page.waitForFunction(
      (height) => (document.querySelector('.rows')?.clientHeight ?? height) < height,
      before,
    );
    const [row, log] = [await panel.rows.last().boundingBox(), await list.boundingBox()];
    assert(row && log);
    assert(row.y + row.height <= log.y + log.height + 1, 'the row is below the log');
    await panel.close();
  });

  it('follows the newest row while nobody scrolls', async () => {
    const panel = await openPanel(browser(), server, running, { rows: messages(1, 100) });
    await panel.send({ type: 'traffic', rows: messages(101, 50), reset: false });
    assert.match(await panel.rows.last().innerText(), /message 150$/m);
    await panel.close();
  });
});

function messages(first: number, count: number): TrafficRow[] {
  return Array.from({ length: count }, (_, index) => {
    const id = first + index;
    return { id, at: id * 10, kind: 'in', text: `message ${id}`, bytes: 12, route: 'send', ok: true };
  });
}
