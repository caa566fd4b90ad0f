import * as l10n from '@vscode/l10n';
import { impliedList, impliedMap, impliedText, renamed } from '../../syntax/implied.ts';
import { entryOf, spanOf, type Entry, type Node } from '../../syntax/node.ts';
import { knownLater } from './events.ts';
import { ids } from './naming.ts';
import { resolved } from './resolved.ts';
import { follow, isUnknown, stageNode, stringAt, valueAtPath } from './resolve.ts';
import { addResource, keyOf, placeOf, refTo, resourceNode, type Stack } from './stack.ts';

const defaultExpression = '$request.body.action';

/** What the framework calls a setting of `provider`, and CloudFormation a property of the API. */
const apiSettings = [
  ['websocketsApiName', 'Name'],
  ['websocketsApiRouteSelectionExpression', 'RouteSelectionExpression'],
  ['websocketsDescription', 'Description'],
] as const;

/** Puts the API into the stack, and gives what its parts name it with: also one that another stack has made. */
export function addApi(stack: Stack, provider: Entry, own: ReadonlySet<string>): Node {
  const { service } = stack;
  const existing = valueAtPath(provider.value, ['apiGateway', 'websocketApiId'], service);
  const given = existing && !isEmpty(existing) ? (resolved(existing, service) ?? existing) : undefined;
  if (given && namesOwnApi(given, own)) return given;
  const written = apiSettings.flatMap(([setting, property]): Entry[] => {
    const entry = entryOf(follow(provider.value, service), setting);
    const value = follow(entry?.value, service);
    if (!entry || !value || isEmpty(value)) return [];
    if (property === 'RouteSelectionExpression') checkKnown(value, stack);
    const later = property === 'RouteSelectionExpression' ? knownLater(value) : value;
    return [{ key: renamed(entry, property).key, value: later }];
  });
  const has = (property: string) => written.some(({ key }) => key.value === property);
  const implied = impliedMap(
    {
      ProtocolType: impliedText('WEBSOCKET', provider.key),
      Name: has('Name') ? undefined : (given ?? impliedText(defaultName(stack, provider.key), provider.key)),
      RouteSelectionExpression: has('RouteSelectionExpression')
        ? undefined
        : impliedText(defaultExpression, provider.key),
    },
    provider.key,
  );
  const entries = implied.kind === 'map' ? [...implied.entries, ...written] : written;
  const properties: Node = { ...implied, kind: 'map', entries };
  addResource(
    stack,
    ids.api,
    resourceNode('AWS::ApiGatewayV2::Api', properties, provider.key),
    placeOf(keyOf(provider.value, 'websocketsApiName') ?? provider.key),
  );
  return refTo(ids.api, provider.key);
}

/** Puts the stage and its deployment into the stack; the deployment waits for the routes. */
export function addStage(stack: Stack, provider: Entry, apiId: Node, routeIds: readonly string[]): void {
  const { service } = stack;
  const at = keyOf(provider.value, 'stage') ?? provider.key;
  const deployment = impliedMap({ ApiId: apiId }, at);
  addResource(
    stack,
    ids.deployment,
    resourceNode('AWS::ApiGatewayV2::Deployment', deployment, at, routeIds),
    placeOf(at),
  );
  const logs = valueAtPath(provider.value, ['logs', 'websocket'], service);
  const stage = impliedMap(
    {
      ApiId: apiId,
      StageName: stageNode(service, provider.key),
      DeploymentId: refTo(ids.deployment, at),
      ...(logs && !/^(?:false)?$/.test(logs.kind === 'scalar' ? logs.value : 'map') && logging(logs, stack)),
    },
    at,
  );
  addResource(stack, ids.stage, resourceNode('AWS::ApiGatewayV2::Stage', stage, at), placeOf(at));
}

/** Puts the role of the functions into the stack, with what the framework lets them do; not one of the person's own. */
export function addRole(stack: Stack, { key, value }: Entry): void {
  const { service } = stack;
  const role = valueAtPath(value, ['iam', 'role'], service) ?? valueAtPath(value, ['role'], service);
  if (role && role.kind !== 'map') return;
  const given =
    valueAtPath(role, ['statements'], service) ?? valueAtPath(value, ['iamRoleStatements'], service);
  const own = given && resolved(given, service);
  const post = impliedMap(
    {
      Effect: impliedText('Allow', key),
      Action: impliedList([impliedText('execute-api:ManageConnections', key)], key),
      Resource: impliedList([impliedText('arn:aws:execute-api:*:*:*/@connections/*', key)], key),
    },
    key,
  );
  const statements = impliedList([...(own?.kind === 'list' ? own.items : []), post], key);
  const document = impliedMap({ PolicyDocument: impliedMap({ Statement: statements }, key) }, key);
  const properties = impliedMap({ Policies: impliedList([document], key) }, key);
  addResource(stack, ids.role, resourceNode('AWS::IAM::Role', properties, key), placeOf(key));
}

function defaultName({ service }: Stack, at: Node): string {
  const stage = stageNode(service, at);
  const name = stringAt(service, 'service') ?? stringAt(service, 'service', 'name') ?? '';
  return `${stage.kind === 'scalar' ? stage.value : 'dev'}-${name}-websockets`;
}

function logging(logs: Node, { service }: Stack): Readonly<Record<string, Node | undefined>> {
  const setting = (name: string) => valueAtPath(logs, [name], service);
  const level = setting('level') ?? impliedText('INFO', logs);
  const data = setting('fullExecutionData') ?? impliedText('true', logs);
  const access = setting('accessLogging');
  const isOff = access?.kind === 'scalar' && access.value === 'false';
  return {
    DefaultRouteSettings: impliedMap({ LoggingLevel: level, DataTraceEnabled: data }, logs),
    AccessLogSettings: isOff ? undefined : impliedMap({ Format: setting('format') }, logs),
  };
}

function checkKnown(value: Node, { service }: Stack): void {
  if (!isUnknown(value)) return;
  const message = l10n.t(
    'This route selection expression cannot be computed from the files; write it out, or give its variable a default.',
  );
  service.problems.push({ message, span: spanOf(value) });
}

/** Whether a value refers to a resource of the service itself. */
function namesOwnApi(node: Node, own: ReadonlySet<string>): boolean {
  const reference = node.kind === 'tagged' && node.tag === '!Ref' ? node.value : entryOf(node, 'Ref')?.value;
  return reference?.kind === 'scalar' && own.has(reference.value);
}

function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && /^(?:null|~)?$/.test(node.value);
}
