import * as l10n from '@vscode/l10n';
import { complain, hclName, skipBlank, take, takeToken, type HclCursor } from './hcl-cursor.ts';
import type { HclExpression } from './hcl-tree.ts';

/** Reads an expression inside of what is being read. */
export type ReadExpression = (cursor: HclCursor) => HclExpression;

/** Reads `for key, value in collection`. */
export function readForIntroduction(
  cursor: HclCursor,
  read: ReadExpression,
): { names: readonly string[]; collection: HclExpression } {
  take(cursor, /for\b\s*/y);
  const names: string[] = [];
  for (let name = take(cursor, hclName); name !== undefined; name = take(cursor, hclName)) {
    names.push(name);
    skipBlank(cursor);
    if (!takeToken(cursor, ',')) break;
    skipBlank(cursor);
  }
  if (take(cursor, /in\b/y) === undefined) complain(cursor, l10n.t('The "in" of this for is missing.'));
  return { names, collection: read(cursor) };
}
