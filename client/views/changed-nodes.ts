import type { TreeNode } from './tree-node.ts';

/**
 * The ids of the lines to draw anew, with all below them; undefined where the whole tree is. As few as possible:
 * VS Code loses a click on a line that is being drawn.
 */
export function changedNodes(
  before: readonly TreeNode[],
  after: readonly TreeNode[],
): readonly string[] | undefined {
  return sameIds(before, after) ? changedPairs(before, after) : undefined;
}

function changedPairs(before: readonly TreeNode[], after: readonly TreeNode[]): readonly string[] {
  return after.flatMap((node, index) => {
    const old = before[index];
    if (!old || line(old) !== line(node) || !sameIds(old.children, node.children)) return [node.id];
    return changedPairs(old.children ?? [], node.children ?? []);
  });
}

function sameIds(before: readonly TreeNode[] = [], after: readonly TreeNode[] = []): boolean {
  return before.length === after.length && after.every((node, index) => node.id === before[index]?.id);
}

function line(node: TreeNode): string {
  return JSON.stringify({ ...node, children: undefined });
}
