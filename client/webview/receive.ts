import type { PanelConnection, PanelState, ToPage, TrafficRow } from '../../core/contracts/panel.ts';
import type { Hit } from '../../core/routing/trace.ts';
import { announce } from './announce.ts';
import type { PageState } from './page-state.ts';
import { filterRows, showAll } from './traffic/filter-rows.ts';
import { addRows, emptyLog } from './traffic/traffic-log.ts';
import { rowHeight, scrollToShow } from './traffic/virtual-window.ts';

/** The page after a message of the host. */
export function receive(page: PageState, message: ToPage): PageState {
  switch (message.type) {
    case 'state':
      return receiveState(page, message.state);
    case 'traffic':
      return receiveTraffic(page, message.rows, message.reset);
    case 'hit':
      return receiveHit(page, message.hit);
    case 'noHit':
      return { ...page, missing: message.hit, asked: page.asked.filter((hit) => hit !== message.hit) };
  }
}

function receiveState(page: PageState, host: PanelState): PageState {
  // The host's draft may be older than what is being typed; it counts for a new page and another API only.
  const isOtherApi = page.host === null || !isSameApi(page.host, host);
  const untouched = isOtherApi ? host.draft === '' : page.untouched;
  const draft = isOtherApi ? host.draft : page.draft;
  return {
    ...page,
    host,
    untouched,
    draft: untouched && draft === '' ? (host.samples[0]?.text ?? '') : draft,
    historyDepth: isOtherApi ? 0 : page.historyDepth,
    client: chooseClient(page, host.connections),
    announcement: announce(page.host, host) ?? page.announcement,
  };
}

function receiveTraffic(page: PageState, rows: readonly TrafficRow[], reset: boolean): PageState {
  const log = addRows(reset ? emptyLog : page.log, rows);
  const visible = filterRows(log.rows, page.filter);
  const oldest = log.rows[0]?.id ?? 0;
  const gone = reset ? 0 : page.visible.filter((row) => row.id < oldest).length;
  return {
    ...page,
    log,
    visible,
    selected: log.rows.some((row) => row.id === page.selected) ? page.selected : null,
    following: page.following || reset,
    // Rows that leave at the top would move the ones that someone is reading.
    scrollTo: gone > 0 ? Math.max(0, page.scrollTop - gone * rowHeight) : page.scrollTo,
  };
}

function receiveHit(page: PageState, hit: Hit): PageState {
  const index = page.asked.indexOf(hit.id);
  if (index !== -1) return { ...page, hit, asked: page.asked.slice(index + 1) };
  // Nobody asked here: a person opened the hit in the tree.
  const row = page.log.rows.find(({ hit: id, kind }) => id === hit.id && isOwnRow(kind));
  if (!row) return { ...page, hit };
  const isVisible = page.visible.includes(row);
  const filter = isVisible ? page.filter : showAll;
  const visible = isVisible ? page.visible : page.log.rows;
  const { scrollTop, viewportHeight } = page;
  const scrollTo = scrollToShow(visible.indexOf(row), scrollTop, viewportHeight);
  return { ...page, hit, filter, visible, selected: row.id, following: false, scrollTo };
}

/** Whether rows of that kind stand for a hit itself, not for what it caused. */
function isOwnRow(kind: TrafficRow['kind']): boolean {
  return kind === 'in' || kind === 'connect' || kind === 'disconnect';
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
