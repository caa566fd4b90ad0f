import { knownText, type MadeValue, type Slot } from '../../script/value.ts';
import type { Span } from '../../span.ts';
import type { Entry, Node } from '../../syntax/node.ts';
import { lastName } from '../constructs/names.ts';
import { entryAt, impliedEntry, impliedText, joined, refTo } from '../constructs/nodes.ts';
import { optionsAt, optionsIn, type Options } from '../constructs/options.ts';
import { constructOf } from '../constructs/resolver.ts';
import { isWebSocketApi, webSocketModules } from './apis.ts';
import { authorizationOf } from './authorizers.ts';
import { addIntegration } from './integrations.ts';
import { constructId, isConstruct, type Stack } from './stack.ts';

/** The options of an API that make its predefined routes. */
const predefined = {
  connectRouteOptions: '$connect',
  disconnectRouteOptions: '$disconnect',
  defaultRouteOptions: '$default',
} as const;

/** A route while it is read. */
interface RouteParts {
  readonly logicalId: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly api: string;
  readonly key: Entry;
  readonly options: Options;
}

/** Adds the routes that a call makes: a `WebSocketApi` with route options, `addRoute` of one, or a `WebSocketRoute`. */
export function addRoutes(made: MadeValue, stack: Stack): void {
  if (isWebSocketApi(made)) addPredefined(made, stack);
  else if (/^add_?route$/i.test(lastName(made.path))) addRoute(made, stack);
  else if (isConstruct(made, 'WebSocketRoute', webSocketModules)) addWebSocketRoute(made, stack);
}

function addPredefined(made: MadeValue, stack: Stack): void {
  const api = stack.resolver.idOf(made);
  const options = optionsAt(made, 2);
  for (const [name, key] of Object.entries(predefined)) {
    const slot = options.get(name);
    if (!slot || api === undefined) continue;
    const keySpan = slot.key.span;
    add(stack, {
      logicalId: `${key}-Route`,
      keySpan,
      span: { start: keySpan.start, end: Math.max(keySpan.end, slot.span.end) },
      api,
      key: impliedEntry('RouteKey', impliedText(key, keySpan)),
      options: optionsIn(slot.value),
    });
  }
}

function addRoute(made: MadeValue, stack: Stack): void {
  const construct = made.on && constructOf(made.on);
  const api = stack.resolver.idOf(construct);
  if (api === undefined || !construct || !isWebSocketApi(construct)) return;
  const [first] = made.positional;
  const options = optionsAt(made, 1);
  const key = first ?? options.get('routeKey');
  if (!key) return;
  add(stack, {
    logicalId: `${nameOf(key)}-Route`,
    keySpan: made.nameSpan,
    span: made.span,
    api,
    key: entryAt('RouteKey', first ? key.span : key.key.span, stack.resolver.slotNode(key)),
    options,
  });
}

function addWebSocketRoute(made: MadeValue, stack: Stack): void {
  const options = optionsAt(made, 2);
  const key = options.get('routeKey');
  const api = stack.resolver.idOf(options.get('webSocketApi')?.value);
  if (!key || api === undefined) return;
  const { nameSpan: keySpan, span } = made;
  const node = stack.resolver.slotNode(key);
  const logicalId = add(stack, {
    logicalId: constructId(made),
    keySpan,
    span,
    api,
    key: entryAt('RouteKey', key.key.span, node),
    options,
  });
  stack.resolver.note(made, logicalId);
}

function nameOf({ value }: Slot): string {
  return knownText(value)?.value ?? 'unknown';
}

function add(stack: Stack, { logicalId, keySpan, span, api, key, options }: RouteParts): string {
  const integration = options.get('integration');
  const apiId = () => impliedEntry('ApiId', refTo(api, keySpan));
  const target = integration && targetOf(integration, api, stack);
  const apiKeyRequired = options.get('apiKeyRequired');
  const isTwoWay = options.get('returnResponse');
  const properties: Entry[] = [
    apiId(),
    key,
    ...(integration && target ? [entryAt('Target', integration.key.span, target)] : []),
    ...authorizationOf(options.get('authorizer'), api, stack),
    ...(apiKeyRequired
      ? [entryAt('ApiKeyRequired', apiKeyRequired.key.span, stack.resolver.slotNode(apiKeyRequired))]
      : []),
  ];
  const isReturning = isTwoWay?.value.kind === 'plain' && isTwoWay.value.value === true;
  if (isTwoWay && isReturning) {
    const expression = impliedText('$default', isTwoWay.span);
    properties.push(entryAt('RouteResponseSelectionExpression', isTwoWay.key.span, expression));
  }
  const draft = stack.drafts.add({ logicalId, type: 'AWS::ApiGatewayV2::Route', keySpan, span, properties });
  if (isTwoWay && isReturning) {
    const place = { start: isTwoWay.key.span.start, end: isTwoWay.span.end };
    stack.drafts.add({
      logicalId: `${draft.logicalId}Response`,
      type: 'AWS::ApiGatewayV2::RouteResponse',
      keySpan: isTwoWay.key.span,
      span: place,
      properties: [
        apiId(),
        impliedEntry('RouteId', refTo(draft.logicalId, keySpan)),
        impliedEntry('RouteResponseKey', impliedText('$default', isTwoWay.span)),
      ],
    });
  }
  return draft.logicalId;
}

function targetOf(slot: Slot, api: string, stack: Stack): Node {
  const id = addIntegration(slot, api, stack);
  const reference = id === undefined ? stack.resolver.slotNode(slot) : refTo(id, slot.span);
  return joined([impliedText('integrations/', slot.span), reference], slot.span);
}
