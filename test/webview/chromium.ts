import type { Browser } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.ts';
import { openChromium } from '../kit/open-chromium.ts';
import { skipBecause } from '../kit/skip-because.ts';

/** A Chromium for the tests of a suite; without one the suite is skipped with a line that says why, and fails in CI. */
export function useChromium(): () => Browser {
  let browser: Browser | undefined;
  before(async function () {
    this.timeout(120_000);
    try {
      findChromium();
    } catch (error) {
      if (process.env['CI'] !== undefined) throw error;
      skipBecause(this, (error as Error).message);
    }
    browser = await openChromium();
  });
  after(() => browser?.close());
  return () => {
    if (!browser) throw new Error('Chromium runs only inside the suite that asked for it.');
    return browser;
  };
}
