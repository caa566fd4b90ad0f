import * as l10n from '@vscode/l10n';
import type { ApiAddress } from '../../core/contracts/language.ts';
import type { Hit } from '../../core/routing/trace.ts';
import type { TreeNode } from './tree-node.ts';

/** A hit as a line of the tree: time, value, result, latency, connection. */
export function hitNode(address: ApiAddress, hit: Hit): TreeNode {
  const words = [hit.result, latency(hit.milliseconds), hit.connectionId];
  const value = valueOf(hit);
  return {
    id: `${address.uri}#${address.logicalId}#hit ${hit.id}`,
    label: clock(hit.at),
    description: (value ? [value, ...words] : words).join('  '),
    tooltip: hit.message ? `${hit.connectionId}\n${shortened(hit.message)}` : hit.connectionId,
    icon: hit.ok ? 'pass' : 'error',
    color: hit.ok ? 'testing.iconPassed' : 'testing.iconFailed',
    context: hit.eventType === 'MESSAGE' ? 'hit.message' : 'hit',
    click: 'routescope.openTrace',
    target: { ...address, hit: hit.id },
  };
}

/** A message that matched no route: its value first, because that is what to look for. */
export function unroutedNode(address: ApiAddress, hit: Hit): TreeNode {
  return {
    ...hitNode(address, hit),
    label: valueOf(hit) ?? hit.eventType,
    description: [clock(hit.at), hit.result, hit.connectionId].join('  '),
  };
}

function valueOf(hit: Hit): string | undefined {
  if (hit.eventType !== 'MESSAGE') return undefined;
  return hit.value === null ? l10n.t('not evaluated') : JSON.stringify(hit.value);
}

/** Local time of day in seconds: the tree is narrow, and the panel has the milliseconds. */
function clock(at: number): string {
  const date = new Date(at);
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function latency(milliseconds: number): string {
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`;
}

function shortened(text: string): string {
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
}
