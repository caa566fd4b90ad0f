import { basename } from 'node:path';
import {
  type Api,
  functionOf,
  type Integration,
  integrationOf,
  type LambdaFunction,
  type Route,
} from '../../../core/api.ts';
import { isInside, type Span, touches } from '../../../core/span.ts';
import { findHandler } from '../handler-file.ts';
import type { KnownFile } from '../known-file.ts';
import { uriOf } from '../uris.ts';
import { nameSpanOf } from './parts.ts';
import type { Place } from './place.ts';

/** A station on the way of a message; `id` finds it again. */
export interface Station {
  readonly kind: 'route' | 'integration' | 'function' | 'handler';
  readonly api: string;
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly place: Place;
  readonly namePlace: Place;
}

/** A step from one station to the next, and where the definition says so. */
export interface Step {
  readonly station: Station;
  readonly saidAt: readonly Span[];
}

/** The route, integration or function at an offset. */
export function stationAt(file: KnownFile, offset: number): Station | undefined {
  const isAt = (span: Span | undefined) => span !== undefined && touches(span, offset);
  for (const api of file.reading.apis) {
    const route = api.routes.find(
      ({ routeKey, logicalId, span }) =>
        isAt(routeKey?.span) || isAt(nameSpanOf(file, api, { logicalId, span })),
    );
    if (route) return stationOfRoute(api, route);
    const integration = api.integrations.find((one) => isAt(nameSpanOf(file, api, one)));
    if (integration) return stationOfIntegration(file, api, integration);
    const lambda = api.functions.find((one) => isAt(nameSpanOf(file, api, one)));
    if (lambda) return stationOfFunction(file, api, lambda);
  }
  return undefined;
}

/** What runs for a station: route → integration → function → handler. */
export function outgoingOf(file: KnownFile, api: Api, kind: Station['kind'], id: string): readonly Step[] {
  if (kind === 'route') {
    const route = api.routes.find(({ logicalId }) => logicalId === id);
    const integration = route && integrationOf(api, route);
    if (!route || !integration) return [];
    const saidAt = route.targetSpan ? [route.targetSpan] : [];
    if (!isInside(integration.span, route.span)) {
      return [{ station: stationOfIntegration(file, api, integration), saidAt }];
    }
    const lambda = functionOf(api, integration.target);
    return lambda ? [{ station: stationOfFunction(file, api, lambda), saidAt }] : [];
  }
  if (kind === 'integration') {
    const integration = api.integrations.find(({ logicalId }) => logicalId === id);
    const lambda = integration && functionOf(api, integration.target);
    if (!lambda) return [];
    return [
      {
        station: stationOfFunction(file, api, lambda),
        saidAt: integration.uriSpan ? [integration.uriSpan] : [],
      },
    ];
  }
  const lambda = kind === 'function' ? api.functions.find(({ logicalId }) => logicalId === id) : undefined;
  const station = lambda && stationOfHandler(file, api, lambda);
  return station ? [{ station, saidAt: lambda.handler ? [lambda.handler.span] : [] }] : [];
}

/** What runs a station: the function's integrations and routes, the integration's routes. */
export function incomingOf(file: KnownFile, api: Api, kind: Station['kind'], id: string): readonly Step[] {
  if (kind === 'integration') {
    return api.routes
      .filter(({ integration }) => integration === id)
      .map((route) => ({
        station: stationOfRoute(api, route),
        saidAt: route.targetSpan ? [route.targetSpan] : [],
      }));
  }
  if (kind === 'function') {
    return api.integrations
      .filter(({ target }) => target.kind === 'lambda' && target.ref === id)
      .flatMap((integration): Step[] => {
        const inside = api.routes.filter(
          (route) => route.integration === integration.logicalId && isInside(integration.span, route.span),
        );
        const saidAt = integration.uriSpan ? [integration.uriSpan] : [];
        if (inside.length > 0)
          return inside.map((route) => ({ station: stationOfRoute(api, route), saidAt }));
        return [{ station: stationOfIntegration(file, api, integration), saidAt }];
      });
  }
  const lambda = kind === 'handler' ? api.functions.find(({ logicalId }) => logicalId === id) : undefined;
  if (!lambda) return [];
  return [
    { station: stationOfFunction(file, api, lambda), saidAt: lambda.handler ? [lambda.handler.span] : [] },
  ];
}

function stationOfRoute(api: Api, { logicalId, routeKey, span }: Route): Station {
  return {
    kind: 'route',
    api: api.logicalId,
    id: logicalId,
    name: routeKey?.value ?? logicalId,
    detail: api.name,
    place: { span },
    // A key may stand elsewhere, as the default of a parameter.
    namePlace: { span: routeKey && isInside(routeKey.span, span) ? routeKey.span : beginningOf(span) },
  };
}

function stationOfIntegration(file: KnownFile, api: Api, integration: Integration): Station {
  return { kind: 'integration', detail: integration.integrationType, ...placed(file, api, integration) };
}

function stationOfFunction(file: KnownFile, api: Api, lambda: LambdaFunction): Station {
  return { kind: 'function', detail: lambda.handler?.value ?? '', ...placed(file, api, lambda) };
}

function placed(
  file: KnownFile,
  api: Api,
  part: Integration | LambdaFunction,
): Omit<Station, 'kind' | 'detail'> {
  const { logicalId, span } = part;
  return {
    api: api.logicalId,
    id: logicalId,
    name: logicalId,
    place: { span },
    namePlace: { span: nameSpanOf(file, api, part) ?? beginningOf(span) },
  };
}

function stationOfHandler({ path, root }: KnownFile, api: Api, lambda: LambdaFunction): Station | undefined {
  const found = path === undefined || root === undefined ? undefined : findHandler(path, lambda, root);
  if (!found) return undefined;
  const place = {
    uri: uriOf(found.path),
    text: found.text,
    span: { start: found.offset, end: found.offset },
  };
  return {
    kind: 'handler',
    api: api.logicalId,
    id: lambda.logicalId,
    name: lambda.handler?.value ?? lambda.logicalId,
    detail: basename(found.path),
    place,
    namePlace: place,
  };
}

function beginningOf({ start }: Span): Span {
  return { start, end: start };
}
