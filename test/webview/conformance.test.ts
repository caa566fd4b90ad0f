import assert from 'node:assert/strict';
import { jaywayRouteRows, routeRows } from '../conformance/rows.ts';
import { bundle } from './bundle.ts';
import { useChromium } from './chromium.ts';
import { servePage } from './serve-page.ts';

const rows = [...routeRows, ...jaywayRouteRows];

describe('conformance tables in the panel', function () {
  this.timeout(60_000);
  const browser = useChromium();

  it('the composer predicts the route of every row', async () => {
    const server = await servePage(await bundle('test/webview/conformance-page.ts'));
    const page = await browser().newPage();
    await page.goto(server.url);
    const predictions = await page.evaluate((all) => window.predictRows(all), rows);
    assert.deepEqual(
      predictions.map(({ value, route }) => ({
        value: value.startsWith('"') ? JSON.parse(value) : null,
        route,
      })),
      rows.map(({ value, route }) => ({ value, route })),
    );
    await page.close();
    server.close();
  });
});
