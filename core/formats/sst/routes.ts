import { knownText, type MadeValue, type Slot } from '../../script/value.ts';
import type { Span } from '../../span.ts';
import type { Entry } from '../../syntax/node.ts';
import type { Drafts } from '../constructs/drafts.ts';
import {
  attributeOf,
  entryAt,
  impliedEntry,
  impliedText,
  joined,
  mapAt,
  refTo,
} from '../constructs/nodes.ts';
import { optionsAt, optionsIn, type Options } from '../constructs/options.ts';
import type { Resolver } from '../constructs/resolver.ts';
import { invocationUri } from '../constructs/uris.ts';
import type { Source } from '../source.ts';

/** An app of SST while it is read. */
export interface SstApp {
  readonly source: Source;
  readonly drafts: Drafts;
  readonly resolver: Resolver;
}

/** A route as it is written. */
interface SstRoute {
  readonly api: string;
  readonly key: Slot;
  readonly handler: Slot | undefined;
  readonly keySpan: Span;
  readonly span: Span;
  readonly authorizationType: { readonly slot: Slot; readonly type: string } | undefined;
  readonly returnResponse: Slot | undefined;
}

/** How far above a definition the settings of its app may be. */
const mostFoldersUp = 6;

/** Adds a route with the function that it runs. */
export function addRoute(route: SstRoute, app: SstApp): void {
  const { api, key, handler, keySpan, span, authorizationType, returnResponse } = route;
  const name = knownText(key.value)?.value ?? 'unknown';
  const apiId = () => impliedEntry('ApiId', refTo(api, keySpan));
  const properties: Entry[] = [apiId(), entryAt('RouteKey', key.key.span, app.resolver.slotNode(key))];
  if (handler) {
    const integration = addIntegration(`${api}-${name}`, api, handler, app);
    const target = joined(
      [impliedText('integrations/', handler.span), refTo(integration, handler.span)],
      handler.span,
    );
    properties.push(impliedEntry('Target', target));
  }
  if (authorizationType) {
    const { slot, type } = authorizationType;
    properties.push(entryAt('AuthorizationType', slot.key.span, impliedText(type, slot.span)));
  }
  const isReturning = returnResponse?.value.kind === 'plain' && returnResponse.value.value === true;
  if (isReturning) {
    const expression = impliedText('$default', returnResponse.span);
    properties.push(entryAt('RouteResponseSelectionExpression', returnResponse.key.span, expression));
  }
  const { logicalId } = app.drafts.add({
    logicalId: `${api}-${name}-Route`,
    type: 'AWS::ApiGatewayV2::Route',
    keySpan,
    span,
    properties,
  });
  if (!isReturning) return;
  app.drafts.add({
    logicalId: `${logicalId}Response`,
    type: 'AWS::ApiGatewayV2::RouteResponse',
    keySpan: returnResponse.key.span,
    span: { start: returnResponse.key.span.start, end: returnResponse.span.end },
    properties: [
      apiId(),
      impliedEntry('RouteId', refTo(logicalId, keySpan)),
      impliedEntry('RouteResponseKey', impliedText('$default', returnResponse.span)),
    ],
  });
}

function addIntegration(name: string, api: string, handler: Slot, app: SstApp): string {
  const { span } = handler;
  const called = app.resolver.idOf(handler.value) ?? addFunction(name, handler, app);
  const arn = called === undefined ? app.resolver.slotNode(handler) : attributeOf(called, 'Arn', span);
  const properties = [
    impliedEntry('ApiId', refTo(api, span)),
    impliedEntry('IntegrationType', impliedText('AWS_PROXY', span)),
    impliedEntry('IntegrationUri', invocationUri(arn, span)),
  ];
  const type = 'AWS::ApiGatewayV2::Integration';
  return app.drafts.add({ logicalId: `${name}-Integration`, type, keySpan: span, span, properties })
    .logicalId;
}

/** Adds a function that is made by itself: `new Function(stack, 'Draw', { handler: 'src/draw.main' })`. */
export function addNamedFunction(made: MadeValue, name: string, app: SstApp): void {
  const options = new Map([...optionsAt(made, 1), ...optionsAt(made, 2)]);
  const handler = options.get('handler');
  const { nameSpan, span } = made;
  if (handler) app.resolver.note(made, add(name, handler, options, { keySpan: nameSpan, span }, app));
}

/** `'src/join.handler'`, or `{ handler: 'src/join.handler', runtime: 'nodejs22.x' }`; undefined for other values. */
function addFunction(name: string, handler: Slot, app: SstApp): string | undefined {
  const { span } = handler;
  const options = optionsIn(handler.value);
  const written = handler.value.kind === 'text' ? handler : options.get('handler');
  return written && add(name, written, options, { keySpan: span, span }, app);
}

function add(
  logicalId: string,
  handler: Slot,
  options: Options,
  place: { readonly keySpan: Span; readonly span: Span },
  { drafts, resolver, source }: SstApp,
): string {
  const { keySpan } = place;
  const runtime = options.get('runtime');
  const environment = options.get('environment');
  const properties: Entry[] = [
    entryAt('Handler', handler.span, resolver.slotNode(handler)),
    runtime
      ? entryAt('Runtime', runtime.key.span, resolver.slotNode(runtime))
      : impliedEntry('Runtime', impliedText('nodejs22.x', keySpan)),
  ];
  if (environment) {
    const { key, span } = environment;
    const variables = mapAt([impliedEntry('Variables', resolver.slotNode(environment))], span);
    properties.push(entryAt('Environment', key.span, variables));
  }
  const metadata = [impliedEntry('aws:asset:path', impliedText(rootOf(source), keySpan))];
  return drafts.add({ logicalId, type: 'AWS::Lambda::Function', ...place, properties, metadata }).logicalId;
}

/** The folder of the app, relative to the definition's: handlers are named from there. */
function rootOf(source: Source): string {
  let folder = '.';
  for (let up = 0; up <= mostFoldersUp; up++) {
    if (source.list(folder).some((name) => /^sst\.(?:config\.[cm]?[jt]s|json)$/.test(name))) return folder;
    folder = folder === '.' ? '..' : `../${folder}`;
  }
  return '.';
}
