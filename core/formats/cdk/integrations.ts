import { pathOf, type MadeValue, type Slot, type Value } from '../../script/value.ts';
import type { Span } from '../../span.ts';
import type { Entry, Node } from '../../syntax/node.ts';
import { lastName } from '../constructs/names.ts';
import { entryAt, impliedEntry, impliedText, refTo } from '../constructs/nodes.ts';
import { optionsAt, type Options } from '../constructs/options.ts';
import { invocationUri } from '../constructs/uris.ts';
import { durationIn } from './duration.ts';
import { functionReference } from './functions.ts';
import { permitCall } from './grants.ts';
import { constructId, propertiesFrom, type Stack } from './stack.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigatewayv2_integrations-readme.html#websocket-apis */
const types: Readonly<Record<string, string>> = {
  WebSocketLambdaIntegration: 'AWS_PROXY',
  LambdaWebSocketIntegration: 'AWS_PROXY',
  WebSocketMockIntegration: 'MOCK',
  WebSocketAwsIntegration: 'AWS',
};

const texts = {
  integrationUri: '',
  integrationMethod: '',
  requestParameters: '',
  requestTemplates: '',
  templateSelectionExpression: '',
};

/** Adds the integration that a route is given, once; gives its logical id, undefined where the program does not tell. */
export function addIntegration({ value, span }: Slot, api: string, stack: Stack): string | undefined {
  if (value.kind !== 'made') return undefined;
  const type = types[lastName(value.path)];
  const known = stack.resolver.idOf(value);
  if (type === undefined || known !== undefined) return known;
  const isOld = lastName(value.path) === 'LambdaWebSocketIntegration';
  const isLambda = type === 'AWS_PROXY';
  const options = optionsAt(value, isOld ? 0 : isLambda ? 2 : 1);
  const place = { start: value.span.start, end: value.span.end };
  const properties: Entry[] = [
    impliedEntry('ApiId', refTo(api, value.nameSpan)),
    entryAt('IntegrationType', value.nameSpan, impliedText(type, value.nameSpan)),
    ...propertiesFrom(stack, options, texts),
    ...settingsOf(options, stack),
  ];
  const handler = isLambda ? (value.positional[1] ?? options.get('handler')) : undefined;
  if (handler) {
    const uri = invocationUri(functionReference(handler, stack), handler.span);
    properties.push(entryAt('IntegrationUri', handler.span, uri));
    permitCall(handler, api, stack);
  }
  const draft = stack.drafts.add({
    logicalId: integrationId(value, isOld),
    type: 'AWS::ApiGatewayV2::Integration',
    keySpan: span,
    span: place,
    properties,
  });
  stack.resolver.note(value, draft.logicalId);
  return draft.logicalId;
}

/** The first argument is the id, where nothing else is. */
function integrationId(made: MadeValue, isOld: boolean): string {
  const [id] = made.positional;
  if (isOld || id?.value.kind !== 'text') return made.name ?? constructId(made);
  return id.value.text.value;
}

function settingsOf(options: Options, { resolver }: Stack): Entry[] {
  const entries: Entry[] = [];
  const add = (option: string, property: string, node: (value: Value, span: Span) => Node) => {
    const slot = options.get(option);
    if (slot) entries.push(entryAt(property, slot.key.span, node(slot.value, slot.span)));
  };
  const constant = (value: Value, span: Span) => {
    const name = lastName(pathOf(value));
    return /^[A-Z_]+$/.test(name) ? impliedText(name, span) : resolver.nodeOf(value, span);
  };
  add('passthroughBehavior', 'PassthroughBehavior', constant);
  add('contentHandling', 'ContentHandlingStrategy', constant);
  add('credentialsRole', 'CredentialsArn', (value, span) => resolver.nodeOf(value, span));
  add('timeout', 'TimeoutInMillis', (value, span) => {
    const seconds = durationIn(value);
    return seconds === undefined ? resolver.nodeOf(value, span) : impliedText(String(seconds * 1000), span);
  });
  return entries;
}
