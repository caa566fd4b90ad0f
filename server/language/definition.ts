import {
  type Api,
  functionOf,
  type Integration,
  integrationOf,
  type LambdaFunction,
  type Route,
  type Target,
} from '../../core/api.ts';
import { compileExpression } from '../../core/expression/compile.ts';
import { evaluate } from '../../core/expression/evaluate.ts';
import { isInside, type Span, touches } from '../../core/span.ts';
import { evaluateSamples } from './evaluate-samples.ts';
import { findHandler } from './handler-file.ts';
import type { KnownFile } from './known-file.ts';
import type { Place } from './navigation/place.ts';
import { thingAt } from './navigation/thing.ts';
import { uriOf } from './uris.ts';

/**
 * Where the thing at an offset is defined, one step along expression → route → integration → function → handler;
 * elsewhere the part that is named there.
 */
export function definitionAt(file: KnownFile, offset: number): readonly Place[] {
  for (const api of file.reading.apis) {
    const places = placesIn(file, api, offset);
    if (places) return places;
  }
  const definitions = thingAt(file, offset)?.mentions.filter(({ isDefinition }) => isDefinition) ?? [];
  return definitions.map(({ span }) => ({ span }));
}

function placesIn(file: KnownFile, api: Api, offset: number): Place[] | undefined {
  const at = (span: Span | undefined) => span !== undefined && touches(span, offset);
  if (at(api.routeSelectionExpression?.span)) return selectedRoute(file, api);
  for (const route of api.routes) {
    if (at(route.routeKey?.span)) return whatRuns(file, api, route);
    if (at(route.targetSpan)) return targetOf(api, route);
  }
  for (const integration of api.integrations) {
    if (at(integration.uriSpan)) return functionPlace(api, integration.target);
    if (at(integration.templateSelectionExpression?.span)) return chosenTemplate(file, api, integration);
  }
  const lambda = api.functions.find(({ handler }) => at(handler?.span));
  return lambda && handlerPlace(file, lambda);
}

function selectedRoute(file: KnownFile, api: Api): Place[] {
  const [current] = evaluateSamples(api, file.samplesOf(api).slice(0, 1));
  const route = api.routes.find(({ routeKey }) => routeKey && routeKey.value === current?.selection.route);
  return route?.routeKey ? [{ span: route.routeKey.span }] : [];
}

/** The template that the expression chooses for the current sample, else the one of `$default`. */
function chosenTemplate(file: KnownFile, api: Api, integration: Integration): Place[] {
  const expression = integration.templateSelectionExpression;
  const [sample] = file.samplesOf(api);
  const chosen = expression && evaluate(compileExpression(expression.value), sample?.text ?? '{}').value;
  const named = (key: string | null | undefined) =>
    integration.templates?.find((one) => one.key.value === key);
  const template = named(chosen) ?? named('$default');
  return template ? [{ span: template.key.span }] : [];
}

/** The integration, or the function of a route that is written with its integration. */
function targetOf(api: Api, route: Route): Place[] {
  const integration = integrationOf(api, route);
  if (!integration) return [];
  return isInside(integration.span, route.span)
    ? functionPlace(api, integration.target)
    : [{ span: integration.span }];
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
  if (!handler) return [];
  const span = { start: handler.offset, end: handler.offset };
  return [{ uri: uriOf(handler.path), text: handler.text, span }];
}
