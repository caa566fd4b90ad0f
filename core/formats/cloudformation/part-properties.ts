import type { Properties, Property } from '../../api.ts';
import { spanOf, type Node } from '../../syntax/node.ts';
import { placedText } from './resolve.ts';
import type { Template } from './template.ts';

/** More than any setting holds; longer texts are code and schemas, which have fields of their own. */
const longestSetting = 500;

/**
 * The properties that a part is written with, those of the later maps before those of the earlier ones. `names` has
 * CloudFormation's names for what SAM calls otherwise.
 */
export function partProperties(
  maps: readonly (Node | undefined)[],
  template: Template,
  names: Readonly<Record<string, string>> = {},
): Properties {
  const entries = maps.flatMap((map) => (map?.kind === 'map' ? map.entries : []));
  return Object.fromEntries(
    entries.map(({ key, value }): [string, Property] => {
      const text = isLong(value) ? undefined : placedText(value, template);
      return [names[key.value] ?? key.value, text ? { span: spanOf(key), text } : { span: spanOf(key) }];
    }),
  );
}

function isLong(node: Node): boolean {
  return node.kind === 'scalar' && node.value.length > longestSetting;
}
