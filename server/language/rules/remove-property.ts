import * as l10n from '@vscode/l10n';
import type { Properties, Property } from '../../../core/api.ts';
import { lineEnd, lineStart } from '../../../core/lines.ts';
import type { Edit, Fix } from './rule.ts';

/** The fix that removes the properties which are there; none where one does not stand in a line of its own. */
export function removeProperty(
  text: string,
  properties: Properties | undefined,
  ...names: readonly string[]
): readonly Fix[] {
  const there = names.filter((name) => properties?.[name]);
  const edits = there.map((name) => removalOf(text, properties?.[name]));
  if (edits.length === 0 || !edits.every((edit) => edit !== undefined)) return [];
  return [{ title: l10n.t('Remove {0}', there.join(' and ')), edits }];
}

/** JSON keeps its own lines too, but a comma that would be left over cannot be seen from here. */
function removalOf(text: string, property: Property | undefined): Edit | undefined {
  if (!property?.text) return undefined;
  const start = lineStart(text, property.span.start);
  const end = Math.min(lineEnd(text, start) + 1, text.length);
  const line = text.slice(start, end);
  const isAlone = /^\s*[\w.-]+\s*[:=]\s*(?:"[^"]*"|'[^']*'|[^\s,{}[\]"']+)\s*$/.test(line);
  return isAlone && property.text.span.end <= end ? { span: { start, end }, newText: '' } : undefined;
}
