import { valueAt, type Entry, type Node } from '../../syntax/node.ts';
import type { IncludedFiles } from './included-files.ts';
import { rewritten } from './rewritten.ts';

/** Files that include themselves end here. */
const maximumDepth = 10;

/**
 * The tree with the entries of the files that `AWS::Include` names by relative path in place of the transform.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html
 */
export function withIncludes(node: Node, files: IncludedFiles, from: string, depth = 0): Node {
  return rewritten(node, (entry) => includedEntries(entry, files, from, depth));
}

/** The entries of the file that a transform names; undefined for another entry, or where there is no such file. */
export function includedEntries(
  { key, value }: Entry,
  files: IncludedFiles,
  from: string,
  depth = 0,
): readonly Entry[] | undefined {
  if ((key.value !== 'Fn::Transform' && key.value !== 'Transform') || depth > maximumDepth) return undefined;
  const transforms = value.kind === 'list' ? value.items : [value];
  const found = transforms.flatMap((transform) => {
    const included = files.treeAt(locationOf(transform) ?? '', from);
    return included?.tree ? [withIncludes(included.tree, files, included.path, depth + 1)] : [];
  });
  if (found.length === 0) return undefined;
  return found.flatMap((tree) => (tree.kind === 'map' ? tree.entries : []));
}

function locationOf(transform: Node): string | undefined {
  const name = valueAt(transform, 'Name');
  const location = valueAt(transform, 'Parameters', 'Location');
  const isInclude = name?.kind === 'scalar' && name.value === 'AWS::Include';
  return isInclude && location?.kind === 'scalar' ? location.value : undefined;
}
