import type { FormatName } from '../../api.ts';
import { runScript } from '../../script/run-script.ts';
import { knownText, pathOf, type MadeValue, type Slot, type Value } from '../../script/value.ts';
import type { Span } from '../../span.ts';
import type { Entry, Node } from '../../syntax/node.ts';
import { openDrafts, type Draft } from '../constructs/drafts.ts';
import { lastName } from '../constructs/names.ts';
import { entryAt, impliedEntry, impliedText, mapAt } from '../constructs/nodes.ts';
import { optionsAt, optionsIn, type Options } from '../constructs/options.ts';
import { readDrafts } from '../constructs/read-drafts.ts';
import { openResolver, type Resolver } from '../constructs/resolver.ts';
import type { Outcome } from '../format.ts';
import type { Source } from '../source.ts';
import { listsByKey, propertyName, runtimeOf, structures, typeOfResource } from './resource-names.ts';

/** What stands in code that defines something of an API. */
const telling = /apigatewayv2|lambda/;

/** The APIs of a Pulumi program in TypeScript, JavaScript or Python. */
export function readPulumiScript(source: Source): Outcome {
  const { made } = runScript(source, telling);
  const drafts = openDrafts();
  const resolver = openResolver({ nameOf, pseudoOf: () => undefined });
  const resources: { made: MadeValue; draft: Draft }[] = [];
  for (const one of made) {
    const type = /pulumi|aws|^\w+\.\w+$/i.test(one.path) ? typeOfResource(one.path) : undefined;
    if (type === undefined) continue;
    const { span, nameSpan: keySpan, name, path } = one;
    const draft = drafts.add({ logicalId: name ?? nameOf(one) ?? lastName(path), type, keySpan, span });
    resolver.note(one, draft.logicalId);
    resources.push({ made: one, draft });
  }
  for (const { made: one, draft } of resources) {
    const options = new Map(
      [...optionsAt(one, 1)].filter(([key]) => !/^(?:opts|resourceName|args)$/.test(key)),
    );
    const given = one.named.entries.get('args');
    for (const [name, slot] of given ? optionsIn(given.value) : []) options.set(name, slot);
    draft.properties.push(...entriesOf(options, draft.type, resolver));
    // Pulumi adds a number to the name of the resource.
    const name = draft.type === 'AWS::ApiGatewayV2::Api' && !options.has('name') ? nameOf(one) : undefined;
    if (name !== undefined) draft.properties.push(impliedEntry('Name', impliedText(name, one.nameSpan)));
    const folder = folderIn(options.get('code')?.value);
    if (folder !== undefined)
      draft.metadata.push(impliedEntry('aws:asset:path', impliedText(folder, one.nameSpan)));
    draft.dependsOn.push(...dependenciesOf(one, resolver));
  }
  return readDrafts(drafts.all, source, formatOf(source.path));
}

/** The first argument is the resource's name. */
function nameOf({ positional }: MadeValue): string | undefined {
  return knownText(positional[0]?.value)?.value;
}

function formatOf(path: string): FormatName {
  return /\.py$/i.test(path) ? 'pulumi-py' : 'pulumi-ts';
}

function entriesOf(options: Options, type: string, resolver: Resolver): Entry[] {
  return [...options].flatMap(([name, slot]) => {
    const property = propertyName(type, name);
    // Code stands in the metadata.
    if (type === 'AWS::Lambda::Function' && property === 'Code') return [];
    return [entryAt(property, slot.key.span, valueOf(property, slot, type, resolver))];
  });
}

function valueOf(property: string, { value, span }: Slot, type: string, resolver: Resolver): Node {
  const key = listsByKey[property];
  if (key !== undefined && value.kind === 'list') return keyed(value.items, key, span, type, resolver);
  if (structures.has(property)) return mapAt(entriesOf(optionsIn(value), type, resolver), span);
  if (property === 'Runtime' && value.kind === 'part')
    return impliedText(runtimeOf(lastName(pathOf(value))), span);
  return resolver.nodeOf(value, span);
}

/** A list of structures as the map that CloudFormation has. */
function keyed(items: readonly Value[], key: string, span: Span, type: string, resolver: Resolver): Node {
  const entries = items.flatMap((item): Entry[] => {
    const properties = entriesOf(optionsIn(item), type, resolver);
    const name = properties.find((one) => one.key.value === key)?.value;
    if (name?.kind !== 'scalar') return [];
    return [
      {
        key: name,
        value: mapAt(
          properties.filter((one) => one.key.value !== key),
          item.span,
        ),
      },
    ];
  });
  return mapAt(entries, span);
}

/** The folder of `new pulumi.asset.FileArchive('./app')`, alone or in an `AssetArchive`; relative to the program's. */
function folderIn(code: Value | undefined): string | undefined {
  if (code?.kind !== 'made') return undefined;
  const [first] = code.positional;
  if (lastName(code.path) === 'FileArchive') return knownText(first?.value)?.value;
  if (lastName(code.path) !== 'AssetArchive' || first?.value.kind !== 'map') return undefined;
  return folderIn(first.value.entries.get('.')?.value);
}

function dependenciesOf(made: MadeValue, resolver: Resolver): string[] {
  const given = made.positional[2]?.value ?? made.named.entries.get('opts')?.value;
  const waited = given && optionsIn(given).get('dependsOn')?.value;
  const all = waited?.kind === 'list' ? waited.items : waited ? [waited] : [];
  return all.flatMap((one) => resolver.idOf(one) ?? []);
}
