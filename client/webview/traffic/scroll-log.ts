import type { Store } from '../store.ts';

/** Scrolls the drawn log to where the state wants it: its newest row while it follows, else where asked. */
export function scrollLog(document: Document, store: Store): void {
  const list = document.querySelector<HTMLElement>('.rows');
  if (!list) return;
  const { following, scrollTo, viewportHeight } = store.state;
  const target = following ? list.scrollHeight : scrollTo;
  if (target !== null) list.scrollTop = target;
  const moved = following && Math.abs(list.scrollTop - store.state.scrollTop) >= 1;
  if (scrollTo !== null || moved || viewportHeight !== list.clientHeight)
    store.set({ scrollTo: null, scrollTop: list.scrollTop, viewportHeight: list.clientHeight });
}
