import type { PageState } from './page-state.ts';

/** Holds what the page is drawn from, and has it drawn again at most once a frame. */
export interface Store {
  readonly state: PageState;
  set(change: Partial<PageState>): void;
}

/** A store whose changes are drawn by `draw` in the next animation frame. */
export function createStore(initial: PageState, draw: (state: PageState) => void): Store {
  let state = initial;
  let isScheduled = false;
  return {
    get state() {
      return state;
    },
    set(change) {
      state = { ...state, ...change };
      if (isScheduled) return;
      isScheduled = true;
      requestAnimationFrame(() => {
        isScheduled = false;
        draw(state);
      });
    },
  };
}
