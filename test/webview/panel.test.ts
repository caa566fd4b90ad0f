import assert from 'node:assert/strict';
import { bundle } from './bundle.ts';
import { first, joined, rows, running, second, stopped } from './chat.ts';
import { useChromium } from './chromium.ts';
import { openPanel } from './open-panel.ts';
import type { Opening, Panel } from './open-panel.ts';
import { servePage } from './serve-page.ts';
import type { PageServer } from './serve-page.ts';

describe('panel', function () {
  this.timeout(60_000);
  const browser = useChromium();
  let server: PageServer;
  before(async () => {
    server = await servePage(await bundle('client/webview/main.ts'));
  });
  after(() => server?.close());

  /** Runs one test in an own page, with keyboard or pointer as a person would. */
  function inPanel(state: typeof stopped, test: (panel: Panel) => Promise<void>, opening?: Opening) {
    return async () => {
      const panel = await openPanel(browser(), server, state, opening);
      await test(panel);
      await panel.close();
    };
  }

  it(
    'starts and stops the API with one button that keeps the focus',
    inPanel(stopped, async ({ page, send, next }) => {
      await page.getByRole('button', { name: 'Start' }).focus();
      await page.keyboard.press('Enter');
      await next('start');
      await send({ type: 'state', state: { ...stopped, run: { state: 'starting' } } });
      await send({ type: 'state', state: { ...running, connections: [] } });
      await page.keyboard.press('Enter');
      await next('stop');
    }),
  );

  it(
    'says what changed to people who cannot see it',
    inPanel(stopped, async ({ page, send }) => {
      await send({ type: 'state', state: running });
      const status = page.getByRole('status').last();
      assert.match(await status.innerText(), /^Running at ws:\/\/127\.0\.0\.1:3001\/dev\./);
      await send({ type: 'state', state: { ...running, run: { state: 'failed', message: 'It crashed.' } } });
      assert.equal(await status.innerText(), 'Could not start: It crashed.');
    }),
  );

  it(
    'shows the route while the message is typed',
    inPanel(running, async ({ page, drawn, next }) => {
      const composer = page.getByRole('textbox', { name: 'Message' });
      for (const [message, line] of [
        ['{"action":"send"}', '→ "send" send'],
        ['{"action":"dance"}', '→ "dance" $default'],
        ['hello', '→ not JSON $default'],
        ['{action:send}', '→ "send" send Not quite JSON: AWS reads this leniently.'],
      ] as const) {
        await composer.fill(message);
        await drawn();
        assert.equal(await page.locator('#prediction').innerText().then(oneLine), line);
        assert.equal((await next('draft')).text, message);
      }
    }),
  );

  it(
    'names the Forbidden frame where no route fits',
    inPanel(withRoutes(['join']), async ({ page, drawn }) => {
      await page.getByRole('textbox', { name: 'Message' }).fill('{"action":"dance"}');
      await drawn();
      assert.equal(
        await page.locator('#prediction').innerText().then(oneLine),
        '→ "dance" Forbidden No route fits and there is no $default.',
      );
    }),
  );

  it(
    'sends with Ctrl+Enter from the chosen connection',
    inPanel(running, async ({ page, next }) => {
      await page.getByRole('radio', { name: first.connectionId }).check();
      await page.getByRole('textbox', { name: 'Message' }).fill('{"action":"join"}');
      await page.keyboard.press('Control+Enter');
      assert.deepEqual(await next('send'), { type: 'send', client: 1, text: '{"action":"join"}' });
    }),
  );

  it(
    'sends from a connection that has just opened, and opens one where all are closed',
    inPanel({ ...running, connections: [first] }, async ({ page, send, next }) => {
      await send({ type: 'state', state: { ...running, connections: [first, second] } });
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      assert.equal((await next('send')).client, 2);
      await send({
        type: 'state',
        state: { ...running, connections: [{ ...second, open: false, ended: '1000' }] },
      });
      await page.getByText('Connects first', { exact: true }).waitFor();
      await page.getByText('Query, headers, subprotocols').click();
      await page.getByLabel('Query', { exact: true }).fill('token=1');
      await page.getByRole('textbox', { name: 'Message' }).fill('{"action":"join"}');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      assert.deepEqual(await next('connectAndSend'), {
        type: 'connectAndSend',
        text: '{"action":"join"}',
        query: 'token=1',
        headers: {},
        subprotocols: [],
      });
    }),
  );

  it(
    'connects with query, headers and subprotocols',
    inPanel(running, async ({ page, next }) => {
      await page.getByText('Query, headers, subprotocols').click();
      await page.getByLabel('Query', { exact: true }).fill('?token=1');
      await page.getByLabel('Headers').fill('Authorization: Bearer abc\nX-Room: 1');
      await page.getByLabel('Subprotocols').fill('ocpp1.6, ocpp2.0.1');
      await page.keyboard.press('Enter');
      assert.deepEqual(await next('connect'), {
        type: 'connect',
        query: 'token=1',
        headers: { Authorization: 'Bearer abc', 'X-Room': '1' },
        subprotocols: ['ocpp1.6', 'ocpp2.0.1'],
      });
    }),
  );

  it(
    'writes a sample, formats it, and recalls what was sent',
    inPanel(
      running,
      async ({ page, drawn, next }) => {
        const composer = page.getByRole('textbox', { name: 'Message' });
        await page.getByRole('combobox', { name: 'Sample' }).selectOption('send.json');
        assert.equal((await next('chooseSample')).name, 'send.json');
        await page.getByRole('button', { name: 'Format JSON' }).click();
        await drawn();
        assert.equal(await composer.inputValue(), '{\n  "action": "send",\n  "text": "Hello, everyone"\n}');
        await composer.focus();
        await page.keyboard.press('Alt+ArrowUp');
        await drawn();
        assert.equal(await composer.inputValue(), 'not json at all');
        await page.keyboard.press('Alt+ArrowDown');
        await drawn();
        assert.match(await composer.inputValue(), /Hello, everyone/);
      },
      { rows },
    ),
  );

  it(
    'opens the trace of a message with the keyboard and closes it with Escape',
    inPanel(
      running,
      async ({ page, send, next }) => {
        await page.getByRole('listbox', { name: 'Traffic' }).focus();
        await page.keyboard.press('Home');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        await send({ type: 'hit', hit: joined });
        await page.getByText('JoinFunction answered 200').waitFor();
        assert.equal((await next('showHit')).hit, 1);
        await page.getByRole('button', { name: 'Close the details' }).focus();
        await page.keyboard.press('Escape');
        await page.getByText('JoinFunction answered 200').waitFor({ state: 'detached' });
        assert.equal(await page.locator(':focus').getAttribute('aria-label'), 'Traffic');
      },
      { rows },
    ),
  );

  it(
    'opens the trace that a person chose in the tree, though the filter hid its row',
    inPanel(
      running,
      async ({ page, rows: log, send }) => {
        await page.getByRole('button', { name: 'Sent', exact: true }).click();
        await send({ type: 'hit', hit: joined });
        await page.getByRole('heading', { name: 'Trace' }).waitFor();
        assert.equal(await log.and(page.locator('[aria-selected=true]')).getAttribute('aria-posinset'), '3');
      },
      { rows },
    ),
  );

  it(
    'completes a row that it has, and says so where a trace is gone',
    inPanel(running, async ({ page, rows: log, send, next }) => {
      const late = { id: 1, at: 0, kind: 'in', text: 'late', ok: true } as const;
      await send({ type: 'traffic', rows: [late], reset: true });
      await log.click();
      await send({ type: 'traffic', rows: [{ ...late, hit: 9, route: 'join' }], reset: false });
      assert.equal((await next('showHit')).hit, 9);
      await send({ type: 'noHit', hit: 9 });
      await page.getByText('The trace is no longer kept.').waitFor();
      assert.equal(await log.count(), 1);
    }),
  );

  it(
    'filters by kind, by words and by failure, and keeps the filter when it is made anew',
    inPanel(
      running,
      async ({ page, rows: log }) => {
        assert.equal(await log.count(), 3);
        await page.getByRole('button', { name: 'Only failed' }).click();
        await page.getByText('Nothing fits the filter.').waitFor();
        await page.getByRole('searchbox').fill('json');
        await page.getByText('1 of 12').waitFor();
        assert.match(await log.innerText(), /not json at all/);
      },
      {
        rows,
        saved: {
          filter: { hidden: ['received', 'logs', 'connections'], search: 'action', failedOnly: false },
          form: { query: '', headers: '', subprotocols: '' },
          pretty: true,
        },
      },
    ),
  );

  it(
    'goes to the definition of a route, copies the address, chooses another API',
    inPanel(running, async ({ page, next }) => {
      await page.getByRole('button', { name: 'join', exact: true }).click();
      assert.equal((await next('openRoute')).routeKey, 'join');
      await page.getByRole('button', { name: 'Copy ws://127.0.0.1:3001/dev' }).click();
      assert.equal((await next('copy')).text, 'ws://127.0.0.1:3001/dev');
      await page.getByRole('combobox', { name: 'API' }).selectOption('OrdersApi');
      assert.equal((await next('chooseApi')).address.logicalId, 'OrdersApi');
    }),
  );
});

function withRoutes(routeKeys: readonly string[]): typeof running {
  return { ...running, ...(running.api && { api: { ...running.api, routeKeys } }) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
