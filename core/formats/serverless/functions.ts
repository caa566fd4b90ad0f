import * as l10n from '@vscode/l10n';
import { impliedMap, impliedText } from '../../syntax/implied.ts';
import { entryOf, repeatedKeys, spanOf, type Entry, type Node } from '../../syntax/node.ts';
import { idsOfFunction } from './naming.ts';
import { resolved } from './resolved.ts';
import { follow, isUnknown, stringAt, valueAtPath } from './resolve.ts';
import type { Service } from './definition.ts';
import { addResource, placeOfEntry, resourceNode, type Stack } from './stack.ts';

/** A function of the service. */
export interface ServiceFunction {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

/** The functions in the order of the file, also those of other files; of equal names the later one counts. */
export function functionsOf(service: Service): readonly ServiceFunction[] {
  const functions = new Map<string, ServiceFunction>();
  const section = entryOf(service.root, 'functions')?.value;
  for (const key of repeatedKeys(section)) {
    const message = l10n.t('"{0}" is written twice; the later one counts.', key.value);
    service.problems.push({ message, span: spanOf(key) });
  }
  for (const { key, value } of entriesIn(section, service)) {
    const found = follow(value, service);
    if (found?.kind === 'map') functions.set(key.value, { name: key.value, key, value: found });
  }
  return [...functions.values()];
}

/** Whether all functions are known, also those that other files or plugins give. */
export function knowsAllFunctions(service: Service): boolean {
  const section = follow(entryOf(service.root, 'functions')?.value, service);
  const parts = section?.kind === 'list' ? section.items : section ? [section] : [];
  return parts.every((part) => follow(part, service)?.kind === 'map');
}

function entriesIn(node: Node | undefined, service: Service): readonly Entry[] {
  const found = follow(node, service);
  if (found?.kind === 'list') return found.items.flatMap((item) => entriesIn(item, service));
  return found?.kind === 'map' ? found.entries : [];
}

/** Puts the `AWS::Lambda::Function` of a function into the stack. */
export function addFunction({ name, key, value }: ServiceFunction, stack: Stack): void {
  const { service } = stack;
  const provider = entryOf(service.root, 'provider')?.value;
  const setting = (setting: string) =>
    valueAtPath(value, [setting], service) ?? valueAtPath(provider, [setting], service);
  const code = codeFolder(value, service);
  const { lambda } = idsOfFunction(name);
  const properties = impliedMap(
    {
      Handler: follow(entryOf(value, 'handler')?.value, service),
      Runtime: setting('runtime'),
      Timeout: setting('timeout') ?? impliedText('6', key),
      MemorySize: setting('memorySize') ?? impliedText('1024', key),
      Environment: impliedMap({ Variables: environment([provider, value], key, service) }, key),
      Code: code === undefined ? undefined : impliedText(code, key),
    },
    key,
  );
  stack.functionNames.set(lambda, name);
  addResource(
    stack,
    lambda,
    resourceNode('AWS::Lambda::Function', properties, key),
    placeOfEntry(key, value, service),
  );
}

/** The folder that handlers are relative to, seen from the service's; none for a container. */
function codeFolder(value: Node, service: Service): string | undefined {
  if (entryOf(value, 'image')) return undefined;
  const module = valueAtPath(value, ['module'], service);
  if (module?.kind === 'scalar' && module.value !== '') return module.value;
  // serverless-offline reads what a build step wrote there, which may not have run.
  const built = stringAt(service, 'custom', 'serverless-offline', 'location');
  return built && service.source.list(built).length > 0 ? built : '.';
}

/** Later maps count more; what only the deployment knows is not there. */
function environment(maps: readonly (Node | undefined)[], at: Node, service: Service): Node {
  const entries = new Map<string, Node | undefined>();
  for (const map of maps) {
    for (const { key, value } of entriesIn(entryOf(map, 'environment')?.value, service)) {
      const known = resolved(value, service);
      entries.set(key.value, isUnknown(known) ? undefined : known);
    }
  }
  return impliedMap(Object.fromEntries(entries), at);
}
