import type { PageState } from './page-state.ts';
import { filterGroups } from './traffic/filter-rows.ts';

/** What VS Code keeps of the page while it is hidden: how it is looked at, never what happened. */
export type SavedView = Pick<PageState, 'filter' | 'form' | 'pretty'>;

/** What is worth keeping of the page. */
export function saveView({ filter, form, pretty }: PageState): SavedView {
  return { filter, form, pretty };
}

/** What was kept, or nothing where another version of the page kept something else. */
export function restoreView(saved: unknown): Partial<SavedView> {
  if (!isSavedView(saved)) return {};
  const hidden = saved.filter.hidden.filter((group) => group in filterGroups);
  return { ...saved, filter: { ...saved.filter, hidden } };
}

function isSavedView(saved: unknown): saved is SavedView {
  const { filter, form, pretty } = (saved ?? {}) as Partial<Record<keyof SavedView, Record<string, unknown>>>;
  return (
    typeof pretty === 'boolean' &&
    Array.isArray(filter?.['hidden']) &&
    typeof filter?.['search'] === 'string' &&
    typeof filter['failedOnly'] === 'boolean' &&
    ['query', 'headers', 'subprotocols'].every((field) => typeof form?.[field] === 'string')
  );
}
