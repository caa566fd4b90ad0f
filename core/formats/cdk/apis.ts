import { pathOf, type MadeValue, type Slot } from '../../script/value.ts';
import type { Span } from '../../span.ts';
import type { Entry } from '../../syntax/node.ts';
import { lastName } from '../constructs/names.ts';
import { entryAt, impliedEntry, impliedText } from '../constructs/nodes.ts';
import { optionsAt } from '../constructs/options.ts';
import { addConstruct, constructId, isConstruct, propertiesFrom, type Stack } from './stack.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigatewayv2.WebSocketApi.html */
const defaultExpression = '$request.body.action';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigatewayv2.WebSocketApiKeySelectionExpression.html */
const apiKeyExpressions: Readonly<Record<string, string>> = {
  HEADER_X_API_KEY: '$request.header.x-api-key',
  AUTHORIZER_USAGE_IDENTIFIER_KEY: '$context.authorizer.usageIdentifierKey',
};

/** The modules of `WebSocketApi`, its stages, integrations and authorizers, under the names that programs give them. */
export const webSocketModules = /apigatewayv2|^(?:apigw|apigateway|agw)/i;

/** Whether a call makes a `WebSocketApi`. */
export function isWebSocketApi(made: MadeValue): boolean {
  return isConstruct(made, 'WebSocketApi', webSocketModules);
}

/** Adds the API that a `WebSocketApi` makes. */
export function addApi(made: MadeValue, stack: Stack): void {
  const options = optionsAt(made, 2);
  const { nameSpan } = made;
  const names = {
    apiName: 'Name',
    description: '',
    ipAddressType: '',
    disableExecuteApiEndpoint: '',
    disableSchemaValidation: '',
  };
  const properties: Entry[] = [
    impliedEntry('ProtocolType', impliedText('WEBSOCKET', nameSpan)),
    ...propertiesFrom(stack, options, names),
    ...expressionOf(options.get('routeSelectionExpression'), nameSpan, stack),
    ...apiKeyOf(options.get('apiKeySelectionExpression'), stack),
  ];
  if (!options.has('apiName'))
    properties.push(impliedEntry('Name', impliedText(constructId(made), nameSpan)));
  addConstruct(stack, made, 'AWS::ApiGatewayV2::Api', properties);
}

function expressionOf(slot: Slot | undefined, shown: Span, { resolver }: Stack): Entry[] {
  const name = 'RouteSelectionExpression';
  return [
    slot
      ? entryAt(name, slot.key.span, resolver.slotNode(slot))
      : impliedEntry(name, impliedText(defaultExpression, shown)),
  ];
}

function apiKeyOf(slot: Slot | undefined, { resolver }: Stack): Entry[] {
  if (!slot) return [];
  const { value, span, key } = slot;
  const constant = apiKeyExpressions[lastName(pathOf(value))];
  const own = value.kind === 'made' ? value.positional[0] : undefined;
  const node = constant === undefined ? resolver.slotNode(own ?? slot) : impliedText(constant, span);
  return [entryAt('ApiKeySelectionExpression', key.span, node)];
}
