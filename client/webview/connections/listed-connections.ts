import type { PanelConnection } from '../../../core/contracts/panel.ts';

/** More connections than anyone reads; the rest is counted. */
const maximumListed = 100;

/** The connections to list, the open ones first and the newest of each first, and how many are left out. */
export function listedConnections(connections: readonly PanelConnection[]): {
  readonly listed: readonly PanelConnection[];
  readonly left: number;
} {
  const sorted = connections.toSorted((one, other) => rank(one) - rank(other) || other.since - one.since);
  return { listed: sorted.slice(0, maximumListed), left: Math.max(0, sorted.length - maximumListed) };
}

function rank({ open, client }: PanelConnection): number {
  if (!open) return 2;
  return client === undefined ? 1 : 0;
}
