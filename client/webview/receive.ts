import type { PanelConnection, PanelState, ToPage } from '../../core/contracts/panel.ts';
import { announce } from './announce.ts';
import type { PageState } from './page-state.ts';
import { filterRows } from './traffic/filter-rows.ts';
import { appendRows, emptyLog } from './traffic/traffic-log.ts';
import { rowHeight } from './traffic/virtual-window.ts';

/** The page after a message of the host. */
export function receive(page: PageState, message: ToPage): PageState {
  switch (message.type) {
    case 'state':
      return receiveState(page, message.state);
    case 'traffic': {
      const log = appendRows(message.reset ? emptyLog : page.log, message.rows);
      const visible = filterRows(log.rows, page.filter);
      const oldest = log.rows[0]?.id ?? 0;
      const gone = message.reset ? 0 : page.visible.filter((row) => row.id < oldest).length;
      const selected = log.rows.some((row) => row.id === page.selected) ? page.selected : null;
      // Rows that leave at the top would move the ones that someone is reading.
      const scrollTo = gone > 0 ? Math.max(0, page.scrollTop - gone * rowHeight) : page.scrollTo;
      return { ...page, log, visible, selected, scrollTo, following: page.following || message.reset };
    }
    case 'hit':
      return { ...page, hit: message.hit };
  }
}

function receiveState(page: PageState, host: PanelState): PageState {
  // The host's draft may be older than what is being typed; it counts for a new page and another API only.
  const isOtherApi = page.host === null || !isSameApi(page.host, host);
  return {
    ...page,
    host,
    draft: isOtherApi ? host.draft : page.draft,
    historyDepth: isOtherApi ? 0 : page.historyDepth,
    client: chooseClient(page, host.connections),
    announcement: announce(page.host, host) ?? page.announcement,
  };
}

function isSameApi(before: PanelState, after: PanelState): boolean {
  const [one, other] = [before.api?.address, after.api?.address];
  return one?.uri === other?.uri && one?.logicalId === other?.logicalId;
}

/** A client that has just been opened, else the one that sends already, else the newest. */
function chooseClient(page: PageState, connections: readonly PanelConnection[]): number | null {
  const clients = connections.flatMap((one) => (one.open && one.client !== undefined ? [one.client] : []));
  const known = new Set(page.host?.connections.map((one) => one.client));
  const opened = clients.findLast((client) => !known.has(client));
  if (opened !== undefined) return opened;
  if (page.client !== null && clients.includes(page.client)) return page.client;
  return clients.at(-1) ?? null;
}
