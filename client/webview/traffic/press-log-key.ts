import type { Actions } from '../actions.ts';
import type { PageState } from '../page-state.ts';
import { selectedRow } from '../page-state.ts';
import { rowHeight } from './virtual-window.ts';

/** Moves the selection of the log, closes the details with Escape, copies the selected text with Ctrl+C. */
export function pressLogKey(event: KeyboardEvent, page: PageState, actions: Actions): void {
  const pageful = Math.max(1, Math.floor(page.viewportHeight / rowHeight) - 1);
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageful,
    PageUp: -pageful,
    Home: -Infinity,
    End: Infinity,
  };
  const step = steps[event.key];
  const row = selectedRow(page);
  if (step !== undefined) actions.selectBeside(step);
  else if (event.key === 'Escape') actions.select(null);
  else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && row) actions.copy(row.text);
  else return;
  event.preventDefault();
}
