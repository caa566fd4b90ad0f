import type { Entry, Node, ScalarNode } from '../../syntax/node.ts';
import { outerOf, spanOf, valueAt } from '../../syntax/node.ts';
import { parseYaml } from '../../syntax/yaml.ts';
import { openDrafts } from '../constructs/drafts.ts';
import {
  attributeOf,
  entryAt,
  impliedEntry,
  impliedText,
  joined,
  mapAt,
  refTo,
} from '../constructs/nodes.ts';
import { readDrafts } from '../constructs/read-drafts.ts';
import type { Outcome } from '../format.ts';
import type { Source } from '../source.ts';
import { listsByKey, propertyName, structures, typeOfResource } from './resource-names.ts';

// One parser for one text: the memo finds it by the function.
const parse = (text: string) => parseYaml(text);

/** The APIs of a Pulumi program in YAML. */
export function readPulumiYaml(source: Source): Outcome {
  const { tree, problems } = source.once(parse, source.text);
  const drafts = openDrafts();
  const resources = valueAt(tree, 'resources');
  const variables = valueAt(tree, 'variables');
  for (const { key, value } of resources?.kind === 'map' ? resources.entries : []) {
    const typeNode = valueAt(value, 'type');
    const type = typeNode?.kind === 'scalar' ? typeOfResource(typeNode.value) : undefined;
    if (type === undefined) continue;
    const { start } = outerOf(key);
    const span = { start, end: Math.max(outerOf(key).end, outerOf(value).end) };
    const draft = drafts.add({ logicalId: key.value, type, keySpan: spanOf(key), span });
    const properties = valueAt(value, 'properties');
    draft.properties.push(...entriesOf(properties, type, variables));
    const folder = folderIn(valueAt(properties, 'code'));
    if (folder)
      draft.metadata.push(impliedEntry('aws:asset:path', impliedText(folder.value, spanOf(folder))));
    const waited = valueAt(value, 'options', 'dependsOn');
    for (const one of waited?.kind === 'list' ? waited.items : []) {
      const [, name] = one.kind === 'scalar' ? (/^\$\{([\w-]+)\}$/.exec(one.value) ?? []) : [];
      if (name !== undefined) draft.dependsOn.push(name);
    }
  }
  const outcome = readDrafts(drafts.all, source, 'pulumi-yaml');
  return { ...outcome, problems: [...problems.slice(0, 3), ...outcome.problems] };
}

function entriesOf(map: Node | undefined, type: string, variables: Node | undefined): Entry[] {
  return (map?.kind === 'map' ? map.entries : []).flatMap(({ key, value }) => {
    const property = propertyName(type, key.value);
    if (type === 'AWS::Lambda::Function' && property === 'Code') return [];
    return [entryAt(property, spanOf(key), valueOf(property, value, type, variables))];
  });
}

function valueOf(property: string, value: Node, type: string, variables: Node | undefined): Node {
  const key = listsByKey[property];
  if (key !== undefined && value.kind === 'list') {
    const entries = value.items.flatMap((item): Entry[] => {
      const all = entriesOf(item, type, variables);
      const name = all.find((one) => one.key.value === key)?.value;
      const rest = all.filter((one) => one.key.value !== key);
      return name?.kind === 'scalar' ? [{ key: name, value: mapAt(rest, outerOf(item)) }] : [];
    });
    return mapAt(entries, outerOf(value));
  }
  if (structures.has(property)) return mapAt(entriesOf(value, type, variables), outerOf(value));
  return interpolated(value, variables, 0);
}

/** `${api.id}` in texts as references. https://www.pulumi.com/docs/iac/languages-sdks/yaml/yaml-language-reference/ */
function interpolated(node: Node, variables: Node | undefined, depth: number): Node {
  if (depth > 20) return node;
  const inside = (one: Node) => interpolated(one, variables, depth + 1);
  if (node.kind === 'map')
    return { ...node, entries: node.entries.map(({ key, value }) => ({ key, value: inside(value) })) };
  if (node.kind === 'list') return { ...node, items: node.items.map(inside) };
  if (node.kind !== 'scalar' || !isReferring(node.value)) return node;
  const span = outerOf(node);
  const parts = node.value.split(reference).map((piece, index) => {
    if (index % 2 === 0) return impliedText(piece, span);
    const [name = '', ...attributes] = piece.split('.');
    const variable = valueAt(variables, name);
    if (variable && attributes.length === 0) return inside(variable);
    return /arn$/i.test(attributes.at(-1) ?? '') ? attributeOf(name, 'Arn', span) : refTo(name, span);
  });
  const [before, only, after, ...rest] = parts;
  const isAlone = only && rest.length === 0 && isEmpty(before) && isEmpty(after);
  return isAlone ? only : joined(parts, span);
}

/** What API Gateway's expressions have in braces is no reference. */
const reference =
  /\$\{(?!(?:request|context|connectionId|integration|stageVariables|route)\b)([\w.[\]"-]+)\}/;

function isReferring(text: string): boolean {
  return reference.test(text);
}

function isEmpty(node: Node | undefined): boolean {
  return node?.kind === 'scalar' && node.value === '';
}

/** `fn::fileArchive: ./app` */
function folderIn(code: Node | undefined): ScalarNode | undefined {
  const archive = valueAt(code, 'fn::fileArchive') ?? valueAt(code, 'Fn::FileArchive');
  if (archive?.kind === 'scalar') return archive;
  const inside = valueAt(
    valueAt(code, 'fn::assetArchive') ?? valueAt(code, 'Fn::AssetArchive'),
    '.',
    'fn::fileArchive',
  );
  return inside?.kind === 'scalar' ? inside : undefined;
}
