import { type Slot } from '../../script/value.ts';
import type { Entry } from '../../syntax/node.ts';
import { lastName } from '../constructs/names.ts';
import { entryAt, impliedEntry, impliedText, listAt, refTo } from '../constructs/nodes.ts';
import { optionsAt } from '../constructs/options.ts';
import { invocationUri } from '../constructs/uris.ts';
import { functionReference } from './functions.ts';
import { permitCall } from './grants.ts';
import { constructId, type Stack } from './stack.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigatewayv2_authorizers.WebSocketLambdaAuthorizer.html */
const defaultIdentitySource = 'route.request.header.Authorization';

/** How a route that is given an authorizer decides on handshakes; adds the authorizer, once. */
export function authorizationOf(slot: Slot | undefined, api: string, stack: Stack): Entry[] {
  if (!slot) return [];
  const { value, span, key } = slot;
  const type = (text: string) => entryAt('AuthorizationType', key.span, impliedText(text, span));
  const name = value.kind === 'made' ? lastName(value.path) : '';
  if (name === 'WebSocketIamAuthorizer') return [type('AWS_IAM')];
  if (name === 'WebSocketNoneAuthorizer') return [type('NONE')];
  const id = name === 'WebSocketLambdaAuthorizer' ? addAuthorizer(slot, api, stack) : undefined;
  const reference = id === undefined ? stack.resolver.slotNode(slot) : refTo(id, span);
  return [type('CUSTOM'), entryAt('AuthorizerId', key.span, reference)];
}

function addAuthorizer({ value }: Slot, api: string, stack: Stack): string | undefined {
  if (value.kind !== 'made') return undefined;
  const known = stack.resolver.idOf(value);
  if (known !== undefined) return known;
  const { nameSpan, span, positional } = value;
  const [id, handler] = positional;
  const options = optionsAt(value, 2);
  const source = options.get('identitySource');
  const name = options.get('authorizerName') ?? id;
  const logicalId = id?.value.kind === 'text' ? id.value.text.value : constructId(value);
  const properties: Entry[] = [
    impliedEntry('ApiId', refTo(api, nameSpan)),
    impliedEntry('AuthorizerType', impliedText('REQUEST', nameSpan)),
    source
      ? entryAt('IdentitySource', source.key.span, stack.resolver.slotNode(source))
      : impliedEntry('IdentitySource', listAt([impliedText(defaultIdentitySource, nameSpan)], nameSpan)),
  ];
  if (name)
    properties.push(entryAt('Name', name === id ? name.span : name.key.span, stack.resolver.slotNode(name)));
  const called = handler ?? options.get('handler');
  if (called) {
    const uri = invocationUri(functionReference(called, stack), called.span);
    properties.push(entryAt('AuthorizerUri', called.span, uri));
    permitCall(called, api, stack);
  }
  const draft = stack.drafts.add({
    logicalId,
    type: 'AWS::ApiGatewayV2::Authorizer',
    keySpan: nameSpan,
    span,
    properties,
  });
  stack.resolver.note(value, draft.logicalId);
  return draft.logicalId;
}
