import { lineStart } from '../../../core/lines.ts';
import type { Span } from '../../../core/span.ts';

const reference = /(?:\bRef\b|\bGetAtt\b|\bDependsOn\b)["']?\s*:?[\s["',\w.-]*$/;
const insideSub = /\$\{$/;
const listItem = /^\s*(?:-\s+)?["']?$/;
const comment = /^\s*#|\s#[^"']*$/;

/** Where a template refers to a logical id: in the intrinsics and in `DependsOn`. */
export function cloudFormationReferences(text: string, logicalId: string): readonly Span[] {
  if (!/^\w+$/.test(logicalId)) return [];
  const name = new RegExp(String.raw`(?<![\w:-])${logicalId}(?![\w:-])`, 'g');
  return [...text.matchAll(name)]
    .filter(({ index }) => isReference(text, index))
    .map(({ index }) => ({ start: index, end: index + logicalId.length }));
}

function isReference(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  if (comment.test(before)) return false;
  if (reference.test(before) || insideSub.test(before)) return true;
  return listItem.test(before) && /\b(?:GetAtt|DependsOn)["']?\s*:/.test(lineOfList(text, start));
}

/** The line that a list's item belongs to: the nearest above that is neither an item nor blank. */
function lineOfList(text: string, start: number): string {
  for (let end = start - 1; end >= 0;) {
    const from = lineStart(text, end);
    const line = text.slice(from, end);
    if (!/^\s*(?:-\s+["']?[\w.]+["']?|["'][\w.]+["'],?)?\s*$/.test(line)) return line;
    end = from - 1;
  }
  return '';
}
