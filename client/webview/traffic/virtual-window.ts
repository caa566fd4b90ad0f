/** The rows of a long list that are put into the page; everything else is only height. */
export interface VirtualWindow {
  /** Index of the first row, and of the first row after the last. */
  readonly start: number;
  readonly end: number;
  /** Pixels from the top of the list to the first row, and of the whole list. */
  readonly top: number;
  readonly height: number;
}

/** Height of a row in pixels, as in VS Code's own lists. */
export const rowHeight = 22;

/** Rows above and below the visible ones, so that a short scroll shows no gap. */
const overscan = 10;

/** The window of `count` rows that a viewport of so many pixels shows when scrolled so far. */
export function virtualWindow(count: number, scrollTop: number, viewportHeight: number): VirtualWindow {
  const height = count * rowHeight;
  const reachable = Math.min(Math.max(0, scrollTop), Math.max(0, height - viewportHeight));
  const start = Math.max(0, Math.floor(reachable / rowHeight) - overscan);
  const end = Math.min(count, Math.ceil((reachable + viewportHeight) / rowHeight) + overscan);
  return { start, end, top: start * rowHeight, height };
}

/** Whether a list scrolled so far shows its last row, give or take a row's height. */
export function isAtEnd(scrollTop: number, viewportHeight: number, height: number): boolean {
  return scrollTop + viewportHeight >= height - rowHeight;
}

/** Whether a list scrolled so far shows the whole row. */
export function isInSight(index: number, scrollTop: number, viewportHeight: number): boolean {
  return scrollToShow(index, scrollTop, viewportHeight) === scrollTop;
}

/** How far to scroll so that the row is in sight, moving as little as possible. */
export function scrollToShow(index: number, scrollTop: number, viewportHeight: number): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - viewportHeight);
}
