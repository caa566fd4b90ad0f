import type { PageState } from '../page-state.ts';
import type { Store } from '../store.ts';
import { isInSight, scrollToShow } from './virtual-window.ts';

/** Scrolls the drawn log to where the state wants it: its newest row while it follows, else where asked. */
export function scrollLog(document: Document, store: Store): void {
  const list = document.querySelector<HTMLElement>('.rows');
  if (!list) return;
  const { following, scrollTo, viewportHeight } = store.state;
  const target = following ? list.scrollHeight : keepInSight(store.state, list.clientHeight);
  if (target !== null) list.scrollTop = target;
  const moved = following && Math.abs(list.scrollTop - store.state.scrollTop) >= 1;
  if (scrollTo !== null || moved || viewportHeight !== list.clientHeight)
    store.set({ scrollTo: null, scrollTop: list.scrollTop, viewportHeight: list.clientHeight });
}

/** Details that open take room from the log, and would hide the row that they are about. */
function keepInSight(page: PageState, height: number): number | null {
  const { scrollTo, scrollTop, viewportHeight, visible, selected } = page;
  if (selected === null || height === viewportHeight) return scrollTo;
  const index = visible.findIndex((row) => row.id === selected);
  const from = scrollTo ?? scrollTop;
  return index !== -1 && isInSight(index, from, viewportHeight)
    ? scrollToShow(index, from, height)
    : scrollTo;
}
