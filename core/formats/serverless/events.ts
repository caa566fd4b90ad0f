import { impliedList, impliedMap, impliedText, renamed } from '../../syntax/implied.ts';
import { entryOf, outerOf, type Entry, type Node, type ScalarNode } from '../../syntax/node.ts';
import { addAuthorizer } from './authorizers.ts';
import type { ServiceFunction } from './functions.ts';
import { idsOfFunction, idsOfRoute } from './naming.ts';
import { follow, isUnknown } from './resolve.ts';
import type { Service } from './definition.ts';
import {
  addResource,
  arnOf,
  endOf,
  keyOf,
  placeOf,
  placeOfEntry,
  refTo,
  resourceNode,
  type Stack,
} from './stack.ts';

/** A `websocket` event: what it says of its route. */
export interface WebsocketEvent {
  readonly of: ServiceFunction;
  readonly route: ScalarNode;
  /** Its settings; the route key itself in the short form. */
  readonly settings: Node;
  /** The entry of the list of events. */
  readonly item: Node;
}

/** The `websocket` events of a function. */
export function eventsOf(of: ServiceFunction, service: Service): WebsocketEvent[] {
  const events = follow(entryOf(of.value, 'events')?.value, service);
  if (events?.kind !== 'list') return [];
  return events.items.flatMap((one) => {
    const item = follow(one, service);
    const entry = entryOf(item, 'websocket');
    const settings = follow(entry?.value, service);
    if (!item || !settings) return [];
    const route = settings.kind === 'map' ? follow(entryOf(settings, 'route')?.value, service) : settings;
    return route?.kind === 'scalar' ? [{ of, route, settings, item }] : [];
  });
}

/** Puts the route of an event into the stack, with what the framework makes for it. */
export function addEvent(event: WebsocketEvent, apiId: Node, stack: Stack): void {
  const { of, route, settings, item } = event;
  const { service } = stack;
  const own = idsOfFunction(of.name);
  const names = idsOfRoute(route.value);
  const span = { start: outerOf(item).start, end: endOf(item, service) };
  const integration = {
    ApiId: apiId,
    IntegrationType: impliedText('AWS_PROXY', of.key),
    IntegrationUri: arnOf(own.lambda, of.key),
  };
  const integrationNode = resourceNode(
    'AWS::ApiGatewayV2::Integration',
    impliedMap(integration, of.key),
    of.key,
  );
  addResource(stack, own.integration, integrationNode, placeOfEntry(of.key, of.value, service));

  const authorizer = addAuthorizer(event, apiId, stack);
  const expression = entryOf(settings, 'routeResponseSelectionExpression');
  const target = [impliedText('integrations', of.key), refTo(own.integration, of.key)];
  const properties: Entry[] = [
    { key: impliedText('ApiId', item), value: apiId },
    routeKeyEntry(event),
    {
      key: impliedText('Target', item),
      value: impliedMap(
        { 'Fn::Join': impliedList([impliedText('/', of.key), impliedList(target, of.key)], of.key) },
        of.key,
      ),
    },
    ...authorizer,
    ...(expression ? [followed(renamed(expression, 'RouteResponseSelectionExpression'), service)] : []),
  ];
  const node: Node = { kind: 'map', place: item.place, entries: properties };
  addResource(stack, names.route, resourceNode('AWS::ApiGatewayV2::Route', node, item), placeOf(route, span));
  if (!expression) return;
  const response = impliedMap(
    {
      ApiId: apiId,
      RouteId: refTo(names.route, expression.value),
      RouteResponseKey: impliedText('$default', expression.value),
    },
    expression.value,
  );
  const responseNode = resourceNode('AWS::ApiGatewayV2::RouteResponse', response, expression.value);
  addResource(stack, names.routeResponse, responseNode, placeOf(expression.value));
}

/** A key that only a deployment knows is none that a message can be compared with. */
function routeKeyEntry({ route, settings, item }: WebsocketEvent): Entry {
  const key = keyOf(settings, 'route') ?? keyOf(item, 'websocket') ?? route;
  return renamed({ key, value: knownLater(route) }, 'RouteKey');
}

/** A value that only a deployment knows, as CloudFormation's readers see one. */
export function knownLater(node: Node): Node {
  return isUnknown(node) ? { kind: 'tagged', place: node.place, tag: '!ImportValue', value: node } : node;
}

function followed({ key, value }: Entry, service: Service): Entry {
  return { key, value: follow(value, service) ?? value };
}
