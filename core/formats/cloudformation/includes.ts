import { valueAt, type Entry, type Node } from '../../syntax/node.ts';
import type { IncludedFiles } from './included-files.ts';
import { rewritten } from './rewritten.ts';

/** Files that include themselves end here. */
const maximumDepth = 10;

/**
 * The entries, and what stands in them, with those of the files that `AWS::Include` names by relative path in place of
 * the transform.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html
 */
export function withIncludedEntries(
  entries: readonly Entry[],
  files: IncludedFiles,
  from: string,
  depth = 0,
): readonly Entry[] {
  const replace = (entry: Entry) => includedEntries(entry, files, from, depth);
  return entries.flatMap(
    (entry) => replace(entry) ?? [{ key: entry.key, value: rewritten(entry.value, replace) }],
  );
}

/** The entries of the file that a transform names; undefined for another entry, or where there is no such file. */
function includedEntries(
  { key, value }: Entry,
  files: IncludedFiles,
  from: string,
  depth: number,
): readonly Entry[] | undefined {
  if ((key.value !== 'Fn::Transform' && key.value !== 'Transform') || depth > maximumDepth) return undefined;
  const transforms = value.kind === 'list' ? value.items : [value];
  const found = transforms.flatMap((transform) => files.treeAt(locationOf(transform) ?? '', from) ?? []);
  if (found.length === 0) return undefined;
  return found.flatMap(({ tree, path }) =>
    tree?.kind === 'map' ? withIncludedEntries(tree.entries, files, path, depth + 1) : [],
  );
}

function locationOf(transform: Node): string | undefined {
  const name = valueAt(transform, 'Name');
  const location = valueAt(transform, 'Parameters', 'Location');
  const isInclude = name?.kind === 'scalar' && name.value === 'AWS::Include';
  return isInclude && location?.kind === 'scalar' ? location.value : undefined;
}
