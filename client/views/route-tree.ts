import * as l10n from '@vscode/l10n';
import { basename, dirname } from 'node:path/posix';
import type { Api, Route } from '../../core/api.ts';
import type { ApiAddress, DefinitionFile } from '../../core/contracts/language.ts';
import type { Hit } from '../../core/routing/trace.ts';
import { type ApiRun, isUnrouted } from '../api-run.ts';
import { nameOf } from '../name-of.ts';
import { hitNode, unroutedNode } from './hit-node.ts';
import type { TreeNode } from './tree-node.ts';

/** Hits that are listed under a route; older ones are in the panel. */
const listedHits = 10;
/** Problems that are listed under a file; the rest is in the Problems view. */
const listedProblems = 10;

/** The tree of the view: definition file, API, route, hit. */
export function routeTree(
  definitions: readonly DefinitionFile[],
  runOf: (address: ApiAddress) => ApiRun,
  relativePath: (uri: string) => string,
): readonly TreeNode[] {
  return definitions
    .filter((file) => file.apis.length > 0 || file.problems.length > 0)
    .map((file) => fileNode(file, runOf, relativePath(file.uri)));
}

function fileNode(file: DefinitionFile, runOf: (address: ApiAddress) => ApiRun, path: string): TreeNode {
  const apis = file.apis.map((api) => {
    const address = { uri: file.uri, logicalId: api.logicalId };
    return apiNode(address, api, runOf(address));
  });
  const problems = file.problems.slice(0, listedProblems).map(({ message, span }, index): TreeNode => ({
    id: `${file.uri}#problem ${index}`,
    label: message,
    tooltip: message,
    icon: 'warning',
    color: 'list.warningForeground',
    context: 'problem',
    click: 'routescope.openRoute',
    target: { uri: file.uri, span },
  }));
  const folder = dirname(path);
  return {
    id: file.uri,
    label: basename(path),
    ...(folder !== '.' && { description: folder }),
    tooltip: path,
    icon: 'file',
    context: 'file',
    target: { uri: file.uri },
    children: [...apis, ...problems],
    open: true,
  };
}

function apiNode(address: ApiAddress, api: Api, run: ApiRun): TreeNode {
  const hits = latestHits(run.hits);
  const unrouted = hits.get(null) ?? [];
  const routes = api.routes.map((route) => {
    const routeKey = route.routeKey?.value;
    return routeNode(address, route, run, (routeKey !== undefined && hits.get(routeKey)) || []);
  });
  return {
    id: openId(`${address.uri}#${address.logicalId}`, routes),
    label: nameOf(api),
    ...apiState(run),
    context: run.emulator ? 'api.running' : 'api.stopped',
    click: 'routescope.openRoute',
    target: { ...address, span: api.span },
    children: unrouted.length > 0 ? [...routes, noRouteNode(address, run, unrouted)] : routes,
    open: true,
  };
}

/** The hits to list of each route, newest first; under null those of messages that no route fits. */
function latestHits(hits: readonly Hit[]): ReadonlyMap<string | null, readonly Hit[]> {
  const latest = new Map<string | null, Hit[]>();
  for (const hit of hits.toReversed()) {
    if (hit.route === null && !isUnrouted(hit)) continue;
    const own = latest.get(hit.route);
    if (!own) latest.set(hit.route, [hit]);
    else if (own.length < listedHits) own.push(hit);
  }
  return latest;
}

function apiState(run: ApiRun): Pick<TreeNode, 'description' | 'icon' | 'color' | 'tooltip'> {
  const open = run.connections.filter((connection) => connection.open).length;
  if (run.state.state === 'stopped') return { icon: 'circle-large-outline', description: l10n.t('stopped') };
  if (run.state.state === 'starting') return { icon: 'loading~spin', description: l10n.t('starting…') };
  if (run.state.state === 'failed') {
    const { message } = run.state;
    return { icon: 'error', color: 'list.errorForeground', description: message, tooltip: message };
  }
  const { url, notice } = run.state;
  return {
    icon: 'broadcast',
    color: 'testing.iconPassed',
    // A narrow view cuts the end, so what is the same for every API here is left out.
    description: `${connectionsInWords(open)}  ${url.replace(/^ws:\/\/127\.0\.0\.1/, '')}`,
    tooltip: notice === undefined ? url : `${url}\n${notice}`,
  };
}

function routeNode(address: ApiAddress, route: Route, run: ApiRun, own: readonly Hit[]): TreeNode {
  const routeKey = route.routeKey?.value;
  const total = routeKey === undefined ? 0 : (run.hitsByRoute.get(routeKey) ?? 0);
  const failed = own[0]?.ok === false;
  return {
    id: openId(`${address.uri}#${address.logicalId}#${route.logicalId} ${routeKey ?? ''}`, own),
    label: routeKey ?? route.routeKeyRaw ?? route.logicalId,
    ...(total > 0 && { description: hitsInWords(total) }),
    icon: routeIcon(routeKey),
    ...(failed && {
      color: 'list.errorForeground',
      tooltip: l10n.t('The latest failed: {0}', own[0]?.result ?? ''),
    }),
    context: routeKey === '$connect' || routeKey === '$disconnect' ? 'route.connection' : 'route.message',
    click: 'routescope.openRoute',
    target: {
      ...address,
      ...(routeKey !== undefined && { routeKey }),
      span: route.routeKey?.span ?? route.span,
    },
    children: own.map((hit) => hitNode(address, hit)),
    open: true,
  };
}

function noRouteNode(address: ApiAddress, run: ApiRun, unrouted: readonly Hit[]): TreeNode {
  return {
    id: `${address.uri}#${address.logicalId}#no route`,
    label: l10n.t('No route'),
    description: messagesInWords(run.unrouted),
    tooltip: l10n.t(
      'Messages whose value is no route key, in an API without $default: their clients got a Forbidden frame.',
    ),
    icon: 'circle-slash',
    color: 'list.errorForeground',
    context: 'unrouted',
    children: unrouted.map((hit) => unroutedNode(address, hit)),
    open: true,
  };
}

/** VS Code remembers by id what is closed, and takes a line without children for a closed one. */
function openId(id: string, children: readonly unknown[]): string {
  return children.length > 0 ? id : `${id} (empty)`;
}

function routeIcon(routeKey: string | undefined): string {
  const icons = new Map([
    ['$connect', 'plug'],
    ['$disconnect', 'debug-disconnect'],
    ['$default', 'inbox'],
  ]);
  return icons.get(routeKey ?? '') ?? 'arrow-right';
}

function connectionsInWords(count: number): string {
  return count === 1 ? l10n.t('1 connection') : l10n.t('{0} connections', count);
}

function hitsInWords(count: number): string {
  return count === 1 ? l10n.t('1 hit') : l10n.t('{0} hits', count);
}

function messagesInWords(count: number): string {
  return count === 1 ? l10n.t('1 message') : l10n.t('{0} messages', count);
}
