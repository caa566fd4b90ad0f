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
import { routeTree } from './route-tree.ts';
import type { TreeNode } from './tree-node.ts';

/** Time between two drawings of the tree, in milliseconds. */
const pause = 150;

/** The tree of files, APIs, routes and hits, with a badge that counts hits not yet looked at. */
export interface RoutesView extends Disposable {
  /** Opens the tree at a line, if it is there. */
  reveal(isWanted: (node: TreeNode) => boolean): Promise<void>;
}

export function createRoutesView(session: Session, onVisible: () => void): RoutesView {
  const changes = new EventEmitter<undefined>();
  let roots = build();
  const parents = new WeakMap<TreeNode, TreeNode>();
  const provider: TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changes.event,
    getChildren: (node) => {
      const children = node ? (node.children ?? []) : roots;
      if (node) for (const child of children) parents.set(child, node);
      return [...children];
    },
    getParent: (node) => parents.get(node),
    getTreeItem: treeItem,
  };
  const view = window.createTreeView('routescope.routes', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const draw = throttled(pause, () => {
    roots = build();
    changes.fire(undefined);
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
      session.definitions,
      (address) => session.runOf(address),
      (uri) => workspace.asRelativePath(Uri.parse(uri)),
    );
  }

  return {
    async reveal(isWanted) {
      const path = pathTo(roots, isWanted);
      for (const [index, node] of path.entries()) {
        const parent = path[index - 1];
        if (parent) parents.set(node, parent);
      }
      const wanted = path.at(-1);
      if (wanted) await view.reveal(wanted, { expand: true, focus: true, select: true });
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

function showState(view: TreeView<TreeNode>, session: Session): void {
  const hits = session.unseenHits;
  view.badge = hits === 0 ? undefined : { value: hits, tooltip: `${hits} new hit${hits === 1 ? '' : 's'}` };
  if (session.language === 'starting') view.message = 'Reading definitions…';
  else if (session.language === 'failed')
    view.message =
      'The language server stopped, so this may be out of date. “Show Log” in the menu tells why.';
  else view.message = '';
}

function treeItem(node: TreeNode): TreeItem {
  const state = !node.children?.length
    ? TreeItemCollapsibleState.None
    : node.open
      ? TreeItemCollapsibleState.Expanded
      : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(node.label, state);
  item.id = node.id;
  item.iconPath = new ThemeIcon(node.icon, node.color ? new ThemeColor(node.color) : undefined);
  item.contextValue = node.context;
  if (node.description !== undefined) item.description = node.description;
  if (node.tooltip !== undefined) item.tooltip = node.tooltip;
  if (node.click) item.command = { command: node.click, title: '', arguments: [node.target] };
  return item;
}

function pathTo(nodes: readonly TreeNode[], isWanted: (node: TreeNode) => boolean): readonly TreeNode[] {
  for (const node of nodes) {
    if (isWanted(node)) return [node];
    const below = pathTo(node.children ?? [], isWanted);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}
