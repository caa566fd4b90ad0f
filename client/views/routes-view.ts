import * as l10n from '@vscode/l10n';
import {
  type Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import type { Session } from '../session.ts';
import { throttled } from '../throttled.ts';
import { changedNodes } from './changed-nodes.ts';
import { routeTree } from './route-tree.ts';
import type { TreeNode } from './tree-node.ts';

/** Time between two drawings of the tree, in milliseconds. */
const pause = 150;

/** The tree of files, APIs, routes and hits, with a badge that counts hits not yet looked at. */
export interface RoutesView extends Disposable {
  /** The line with this id, which is what menus give to commands. */
  find(id: string): TreeNode | undefined;
  /** Opens the tree at a line, if it is there. */
  reveal(isWanted: (node: TreeNode) => boolean): Promise<void>;
}

interface Placed {
  readonly node: TreeNode;
  readonly parent: string | undefined;
}

export function createRoutesView(session: Session, onVisible: () => void): RoutesView {
  const changes = new EventEmitter<string[] | undefined>();
  let roots = build();
  let placed = new Map(places(roots));
  const provider: TreeDataProvider<string> = {
    onDidChangeTreeData: changes.event,
    getChildren: (id) => (id === undefined ? roots : placed.get(id)?.node.children)?.map((node) => node.id),
    getParent: (id) => placed.get(id)?.parent,
    getTreeItem: (id) => treeItem(id, placed.get(id)?.node),
  };
  const view = window.createTreeView('routescope.routes', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const draw = throttled(pause, () => {
    const before = roots;
    roots = build();
    placed = new Map(places(roots));
    const changed = changedNodes(before, roots);
    if (changed === undefined || changed.length > 0) changes.fire(changed && [...changed]);
    if (view.visible) session.seeHits();
    showState(view, session);
  });
  const unsubscribe = session.onChange(draw.request);
  const visibility = view.onDidChangeVisibility(({ visible }) => {
    if (!visible) return;
    onVisible();
    session.seeHits();
  });
  if (view.visible) onVisible();

  function build(): readonly TreeNode[] {
    return routeTree(
      session.files,
      (address) => session.runOf(address),
      (uri) => workspace.asRelativePath(Uri.parse(uri)),
    );
  }

  return {
    find: (id) => placed.get(id)?.node,
    async reveal(isWanted) {
      const wanted = [...placed.values()].find(({ node }) => isWanted(node));
      if (wanted) await view.reveal(wanted.node.id, { expand: true, focus: true, select: true });
    },
    dispose() {
      unsubscribe();
      draw.dispose();
      visibility.dispose();
      view.dispose();
      changes.dispose();
    },
  };
}

function places(nodes: readonly TreeNode[], parent?: string): readonly (readonly [string, Placed])[] {
  return nodes.flatMap((node) => [
    [node.id, { node, parent }] as const,
    ...places(node.children ?? [], node.id),
  ]);
}

function showState(view: TreeView<string>, session: Session): void {
  const hits = session.unseenHits;
  view.badge =
    hits === 0
      ? undefined
      : { value: hits, tooltip: hits === 1 ? l10n.t('1 new hit') : l10n.t('{0} new hits', hits) };
  if (session.language === 'starting') view.message = l10n.t('Reading definitions…');
  else if (session.language === 'failed')
    view.message = l10n.t(
      'The language server stopped, so this may be out of date. “Show Log” in the menu tells why.',
    );
  else view.message = '';
}

function treeItem(id: string, node: TreeNode | undefined): TreeItem {
  const state = !node?.children?.length
    ? TreeItemCollapsibleState.None
    : node.open
      ? TreeItemCollapsibleState.Expanded
      : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(node?.label ?? '', state);
  item.id = id;
  if (!node) return item;
  item.iconPath = new ThemeIcon(node.icon, node.color ? new ThemeColor(node.color) : undefined);
  // Without it a screen reader hears the tooltip instead of the line.
  item.accessibilityInformation = { label: [node.label, node.description ?? ''].join(' ').trim() };
  item.contextValue = node.context;
  if (node.description !== undefined) item.description = node.description;
  if (node.tooltip !== undefined) item.tooltip = node.tooltip;
  if (node.click) item.command = { command: node.click, title: '', arguments: [node.target] };
  return item;
}
