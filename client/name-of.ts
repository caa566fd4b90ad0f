import type { Api } from '../core/api.ts';

/** What people read of an API: its name, else its logical id. */
export function nameOf(api: Pick<Api, 'name' | 'logicalId'>): string {
  return api.name || api.logicalId;
}
