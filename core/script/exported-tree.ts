import type { Source } from '../formats/source.ts';
import type { Node } from '../syntax/node.ts';
import { runScript } from './run-script.ts';
import { treeOf } from './tree-of.ts';

/** What a settings file in TypeScript, JavaScript or Python exports (`export default`, `module.exports =`), as a tree. */
export function exportedTree(source: Source): Node | undefined {
  const value = runScript(source).exported.get('default');
  return value && treeOf(value);
}
