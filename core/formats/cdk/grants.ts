import type { MadeValue, Slot } from '../../script/value.ts';
import type { Entry, Node } from '../../syntax/node.ts';
import type { Span } from '../../span.ts';
import { lastName } from '../constructs/names.ts';
import { entryAt, impliedEntry, impliedText, joined, listAt, mapAt, refTo } from '../constructs/nodes.ts';
import { optionsAt } from '../constructs/options.ts';
import type { Stack } from './stack.ts';

/** The integrations and authorizers of the CDK let API Gateway call their function. */
export function permitCall({ value, span }: Slot, api: string, stack: Stack): void {
  const called = stack.resolver.idOf(value);
  if (called === undefined || stack.drafts.of(permissionOf(called, api))) return;
  addPermission(stack, permissionOf(called, api), span, [
    impliedEntry('FunctionName', refTo(called, span)),
    impliedEntry('Principal', impliedText('apigateway.amazonaws.com', span)),
    impliedEntry('SourceArn', executeArn(api, '/*', span)),
  ]);
}

/** One permission is enough for all routes that call a function. */
function permissionOf(called: string, api: string): string {
  return `${called}-${api}-Permission`;
}

/** Adds what a call allows: `grantManageConnections`, `addPermission`, `grantInvoke`, `PolicyStatement`. */
export function addGrants(made: MadeValue, stack: Stack): void {
  const name = lastName(made.path).replaceAll('_', '').toLowerCase();
  if (name === 'grantmanageconnections' || name === 'grantmanagementapiaccess') addManagement(made, stack);
  if (name === 'addpermission' || name === 'grantinvoke') addInvoke(made, stack, name);
  if (name === 'policystatement') addStatement(made, stack);
}

function addManagement(made: MadeValue, stack: Stack): void {
  const api = stack.resolver.idOf(made.on);
  if (api === undefined) return;
  const { nameSpan: span } = made;
  addPolicy(stack, made, [
    impliedEntry('Effect', impliedText('Allow', span)),
    impliedEntry('Action', listAt([impliedText('execute-api:ManageConnections', span)], span)),
    impliedEntry('Resource', executeArn(api, '/*/*/@connections/*', span)),
  ]);
}

function addInvoke(made: MadeValue, stack: Stack, name: string): void {
  const called = stack.resolver.idOf(made.on);
  if (called === undefined) return;
  const options = optionsAt(made, 1);
  const principal = name === 'grantinvoke' ? made.positional[0] : options.get('principal');
  const service = principal?.value.kind === 'made' ? principal.value.positional[0] : undefined;
  const source = options.get('sourceArn');
  addPermission(stack, `${called}Permission`, made.span, [
    impliedEntry('FunctionName', refTo(called, made.nameSpan)),
    ...(service ? [entryAt('Principal', service.span, stack.resolver.slotNode(service))] : []),
    ...(source ? [entryAt('SourceArn', source.key.span, stack.resolver.slotNode(source))] : []),
  ]);
}

function addStatement(made: MadeValue, stack: Stack): void {
  const options = optionsAt(made, 0);
  const actions = options.get('actions');
  const resources = options.get('resources');
  const effect = options.get('effect');
  const isDenied = effect?.value.kind === 'part' && effect.value.name === 'DENY';
  addPolicy(stack, made, [
    impliedEntry('Effect', impliedText(isDenied ? 'Deny' : 'Allow', made.nameSpan)),
    ...(actions ? [entryAt('Action', actions.key.span, stack.resolver.slotNode(actions))] : []),
    ...(resources ? [entryAt('Resource', resources.key.span, stack.resolver.slotNode(resources))] : []),
  ]);
}

function addPermission(stack: Stack, logicalId: string, span: Span, properties: Entry[]): void {
  stack.drafts.add({ logicalId, type: 'AWS::Lambda::Permission', keySpan: span, span, properties });
}

function addPolicy({ drafts }: Stack, { span, nameSpan }: MadeValue, statement: Entry[]): void {
  const document = mapAt([impliedEntry('Statement', listAt([mapAt(statement, span)], span))], span);
  const properties = [impliedEntry('PolicyDocument', document)];
  drafts.add({ logicalId: 'Policy', type: 'AWS::IAM::Policy', keySpan: nameSpan, span, properties });
}

function executeArn(api: string, path: string, span: Span): Node {
  const piece = (text: string) => impliedText(text, span);
  const region = [
    piece('arn:'),
    refTo('AWS::Partition', span),
    piece(':execute-api:'),
    refTo('AWS::Region', span),
  ];
  return joined(
    [...region, piece(':'), refTo('AWS::AccountId', span), piece(':'), refTo(api, span), piece(path)],
    span,
  );
}
