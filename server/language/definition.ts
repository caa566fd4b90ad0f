import {
  type Api,
  functionOf,
  integrationOf,
  type LambdaFunction,
  type Route,
  type Target,
} from '../../core/api.ts';
import { type Span, touches } from '../../core/span.ts';
import { evaluateSamples } from './evaluate-samples.ts';
import { findHandler } from './handler-file.ts';
import type { KnownFile } from './known-file.ts';
import { uriOf } from './uris.ts';

/** A place to jump to: a span of the same file, or an offset of another with that text. */
export type Place =
  { readonly span: Span } | { readonly uri: string; readonly text: string; readonly offset: number };

/** Where the thing at an offset is defined, one step along expression → route → integration → function → handler. */
export function definitionAt(file: KnownFile, offset: number): readonly Place[] {
  for (const api of file.reading.apis) {
    const places = placesIn(file, api, offset);
    if (places) return places;
  }
  return [];
}

function placesIn(file: KnownFile, api: Api, offset: number): Place[] | undefined {
  const at = (span: Span | undefined) => span !== undefined && touches(span, offset);
  if (at(api.routeSelectionExpression?.span)) return selectedRoute(file, api);
  for (const route of api.routes) {
    if (at(route.routeKey?.span)) return whatRuns(file, api, route);
    if (at(route.targetSpan)) return targetOf(api, route);
  }
  for (const { uriSpan, target } of api.integrations) {
    if (at(uriSpan)) return functionPlace(api, target);
  }
  const lambda = api.functions.find(({ handler }) => at(handler?.span));
  return lambda && handlerPlace(file, lambda);
}

function selectedRoute(file: KnownFile, api: Api): Place[] {
  const [current] = evaluateSamples(api, file.samplesOf(api).slice(0, 1));
  const route = api.routes.find(({ routeKey }) => routeKey && routeKey.value === current?.selection.route);
  return route?.routeKey ? [{ span: route.routeKey.span }] : [];
}

/** The integration, or the function of a route that is written with its integration. */
function targetOf(api: Api, route: Route): Place[] {
  const integration = integrationOf(api, route);
  if (!integration) return [];
  const isInside = integration.span.start >= route.span.start && integration.span.end <= route.span.end;
  return isInside ? functionPlace(api, integration.target) : [{ span: integration.span }];
}

/** The handler's file where there is one, else the function, else the integration. */
function whatRuns(file: KnownFile, api: Api, route: Route): Place[] {
  const integration = integrationOf(api, route);
  if (!integration) return [];
  const lambda = functionOf(api, integration.target);
  if (!lambda) return [{ span: integration.span }];
  const handler = handlerPlace(file, lambda);
  return handler.length > 0 ? handler : [{ span: lambda.span }];
}

function functionPlace(api: Api, target: Target): Place[] {
  const lambda = functionOf(api, target);
  return lambda ? [{ span: lambda.span }] : [];
}

function handlerPlace({ path, root }: KnownFile, lambda: LambdaFunction): Place[] {
  const handler = path === undefined || root === undefined ? undefined : findHandler(path, lambda, root);
  return handler ? [{ uri: uriOf(handler.path), text: handler.text, offset: handler.offset }] : [];
}
