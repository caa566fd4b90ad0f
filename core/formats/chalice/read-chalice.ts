import { runScript } from '../../script/run-script.ts';
import { fileNameOf } from '../../paths.ts';
import { knownText, type MadeValue } from '../../script/value.ts';
import type { Entry } from '../../syntax/node.ts';
import { openDrafts, type Drafts } from '../constructs/drafts.ts';
import { withStage } from '../constructs/implied-stage.ts';
import { lastName } from '../constructs/names.ts';
import {
  attributeOf,
  computedNode,
  entryAt,
  impliedEntry,
  impliedText,
  joined,
  refTo,
} from '../constructs/nodes.ts';
import { optionsAt } from '../constructs/options.ts';
import { readDrafts } from '../constructs/read-drafts.ts';
import { invocationUri } from '../constructs/uris.ts';
import type { Outcome } from '../format.ts';
import type { Source } from '../source.ts';

/** https://aws.github.io/chalice/topics/websockets.html */
const routeKeys: Readonly<Record<string, string>> = {
  on_ws_connect: '$connect',
  on_ws_message: '$default',
  on_ws_disconnect: '$disconnect',
};
const expression = '$request.body.action';
const runtime = 'python3.12';
// What Chalice calls the stage of an API. https://aws.github.io/chalice/topics/configfile.html
const stageName = 'api';

/** The API of a Chalice app: Chalice makes everything but the functions. */
export function readChalice(source: Source): Outcome {
  const handlers = runScript(source).made.filter(
    (one) => lastName(one.path) in routeKeys && one.given.entries.has('decorated'),
  );
  const [first] = handlers;
  if (!first) return { apis: [], problems: [] };
  const drafts = openDrafts();
  const api = addApi(first, drafts);
  for (const one of handlers) addRoute(one, api, drafts, source);
  const { apis, problems } = readDrafts(drafts.all, source, 'chalice');
  return { apis: apis.map((one) => withStage(one, stageName)), problems };
}

function addApi(first: MadeValue, drafts: Drafts): string {
  const app = first.on?.kind === 'made' ? first.on : undefined;
  const { span, nameSpan: keySpan } = app ?? first;
  const name = app && (app.positional[0] ?? optionsAt(app, 0).get('appName'));
  const text = knownText(name?.value);
  const properties: Entry[] = [
    impliedEntry('ProtocolType', impliedText('WEBSOCKET', keySpan)),
    impliedEntry('RouteSelectionExpression', impliedText(expression, keySpan)),
    impliedEntry('Name', impliedText(text?.value ?? 'app', keySpan)),
  ];
  return drafts.add({ logicalId: 'WebsocketAPI', type: 'AWS::ApiGatewayV2::Api', keySpan, span, properties })
    .logicalId;
}

function addRoute(made: MadeValue, api: string, drafts: Drafts, source: Source): void {
  const handler = made.given.entries.get('decorated');
  if (!handler) return;
  const { nameSpan } = made;
  const { key, span: whole } = handler;
  const span = { start: Math.min(made.span.start, whole.start), end: whole.end };
  const routeKey = routeKeys[lastName(made.path)] ?? '$default';
  const module = fileNameOf(source.path).replace(/\.py$/, '');
  const called = drafts.add({
    logicalId: key.value,
    type: 'AWS::Lambda::Function',
    keySpan: key.span,
    span: whole,
    properties: [
      entryAt('Handler', key.span, computedNode(`${module}.${key.value}`, key.span)),
      impliedEntry('Runtime', impliedText(runtime, key.span)),
    ],
    metadata: [impliedEntry('aws:asset:path', impliedText('.', key.span))],
  }).logicalId;
  const apiId = () => impliedEntry('ApiId', refTo(api, nameSpan));
  const integration = drafts.add({
    logicalId: `${called}Integration`,
    type: 'AWS::ApiGatewayV2::Integration',
    keySpan: nameSpan,
    span: whole,
    properties: [
      apiId(),
      impliedEntry('IntegrationType', impliedText('AWS_PROXY', nameSpan)),
      impliedEntry('IntegrationUri', invocationUri(attributeOf(called, 'Arn', key.span), key.span)),
    ],
  }).logicalId;
  drafts.add({
    logicalId: `${called}Route`,
    type: 'AWS::ApiGatewayV2::Route',
    keySpan: nameSpan,
    span,
    properties: [
      apiId(),
      impliedEntry('RouteKey', impliedText(routeKey, nameSpan)),
      impliedEntry(
        'Target',
        joined([impliedText('integrations/', nameSpan), refTo(integration, nameSpan)], nameSpan),
      ),
    ],
  });
}
