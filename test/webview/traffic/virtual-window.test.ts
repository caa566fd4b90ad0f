import assert from 'node:assert/strict';
import {
  isAtEnd,
  rowHeight,
  isInSight,
  scrollToShow,
  virtualWindow,
} from '../../../client/webview/traffic/virtual-window.ts';

describe('window of a long list', () => {
  const viewport = rowHeight * 20;

  for (const [what, count, scrollTop, start, end] of [
    ['nothing', 0, 0, 0, 0],
    ['all of a short list', 5, 0, 0, 5],
    ['the beginning', 10_000, 0, 0, 30],
    ['the middle', 10_000, rowHeight * 500, 490, 530],
    ['the end', 10_000, rowHeight * 9_980, 9_970, 10_000],
    ['the end, scrolled too far', 10_000, rowHeight * 99_999, 9_970, 10_000],
    ['the beginning, scrolled beyond it', 10_000, -100, 0, 30],
  ] as const)
    it(`shows ${what}`, () => {
      const shown = virtualWindow(count, scrollTop, viewport);
      assert.deepEqual(shown, { start, end, top: start * rowHeight, height: count * rowHeight });
    });

  it('is at its end where the last row is in sight', () => {
    const height = rowHeight * 100;
    assert.equal(isAtEnd(height - viewport, viewport, height), true);
    assert.equal(isAtEnd(height - viewport - rowHeight / 2, viewport, height), true);
    assert.equal(isAtEnd(height - viewport - rowHeight * 2, viewport, height), false);
    assert.equal(isAtEnd(0, viewport, 0), true);
  });

  it('knows whether a row is in sight', () => {
    assert.equal(isInSight(5, 0, viewport), true);
    assert.equal(isInSight(20, 0, viewport), false);
    assert.equal(isInSight(3, rowHeight * 10, viewport), false);
  });

  it('scrolls no further than needed to show a row', () => {
    assert.equal(scrollToShow(5, 0, viewport), 0);
    assert.equal(scrollToShow(20, 0, viewport), rowHeight);
    assert.equal(scrollToShow(3, rowHeight * 10, viewport), rowHeight * 3);
  });
});
