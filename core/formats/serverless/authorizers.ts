import * as l10n from '@vscode/l10n';
import { impliedList, impliedMap, impliedText } from '../../syntax/implied.ts';
import { entryOf, outerOf, type Entry, type Node } from '../../syntax/node.ts';
import type { WebsocketEvent } from './events.ts';
import { knowsAllFunctions } from './functions.ts';
import { idsOfFunction } from './naming.ts';
import { resolved } from './resolved.ts';
import { follow, isUnknown } from './resolve.ts';
import type { Service } from './definition.ts';
import { addResource, arnOf, placeOfEntry, refTo, resourceNode, type Stack } from './stack.ts';

/** The header that the framework asks for where nothing is written; no browser can send one. */
const defaultIdentitySource = 'route.request.header.Auth';

/** Puts the authorizer of an event into the stack, and gives the properties that its route has for it. */
export function addAuthorizer({ settings }: WebsocketEvent, apiId: Node, stack: Stack): Entry[] {
  const { service } = stack;
  const entry = entryOf(settings, 'authorizer');
  const value = follow(entry?.value, service);
  if (!entry || !value) return [];
  const found = value.kind === 'map' ? ofMap(value, service) : ofText(value);
  if (!found) return [];
  const { name, arn } = found;
  const { authorizer, lambda } = idsOfFunction(name);
  if (!arn) checkFunction(name, value, stack);
  const uri = arn ?? arnOf(lambda, value);
  const identitySource =
    (value.kind === 'map' && resolvedValue(value, 'identitySource', service)) ||
    impliedList([impliedText(defaultIdentitySource, value)], value);
  const properties = impliedMap(
    {
      ApiId: apiId,
      Name: impliedText(name, value),
      AuthorizerType: impliedText('REQUEST', value),
      AuthorizerUri: uri,
      IdentitySource:
        identitySource.kind === 'scalar' ? impliedList([identitySource], value) : identitySource,
    },
    value,
  );
  addResource(
    stack,
    authorizer,
    resourceNode('AWS::ApiGatewayV2::Authorizer', properties, value),
    placeOfEntry(entry.key, value, service),
  );
  return [
    { key: impliedText('AuthorizationType', entry.key), value: impliedText('CUSTOM', value) },
    { key: impliedText('AuthorizerId', entry.key), value: refTo(authorizer, value) },
  ];
}

interface Named {
  readonly name: string;
  /** Absent where the name is that of a function of the service. */
  readonly arn?: Node;
}

function ofText(value: Node): Named | undefined {
  if (value.kind !== 'scalar' || value.value === '') return undefined;
  return value.value.includes(':') ? { name: lastPart(value.value), arn: value } : { name: value.value };
}

function ofMap(value: Node, service: Service): Named | undefined {
  const name = follow(entryOf(value, 'name')?.value, service);
  const arn = resolvedValue(value, 'arn', service);
  const given = name?.kind === 'scalar' && name.value !== '' ? name.value : undefined;
  if (!arn) return given === undefined ? undefined : { name: given };
  return { name: given ?? (arn.kind === 'scalar' ? lastPart(arn.value) : 'authorizer'), arn };
}

function resolvedValue(map: Node, key: string, service: Service): Node | undefined {
  const value = entryOf(map, key)?.value;
  return value && resolved(value, service);
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1);
}

function checkFunction(name: string, at: Node, { service, functionNames }: Stack): void {
  if (isUnknown(at) || !knowsAllFunctions(service)) return;
  if ([...functionNames.values()].includes(name)) return;
  const message = l10n.t(
    'The authorizer "{0}" is no function of this service; name one, or give an arn.',
    name,
  );
  service.problems.push({ message, span: outerOf(at) });
}
