import * as l10n from '@vscode/l10n';
import { type Api, functionOf, type Integration, integrationOf, type Route } from '../../../core/api.ts';
import { isInside, type Span } from '../../../core/span.ts';
import type { KnownFile } from '../known-file.ts';

/** What the outline shows of a definition. */
export interface DocumentSymbol {
  readonly kind: 'api' | 'route' | 'integration' | 'authorizer' | 'model' | 'stage';
  readonly name: string;
  readonly detail: string;
  /** All of it. */
  readonly span: Span;
  /** Its name. */
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The APIs with their routes, authorizers, models and stages, as far as they stand in the file that `holds` knows. */
export function documentSymbols(
  { reading }: KnownFile,
  holds: (span: Span) => boolean,
): readonly DocumentSymbol[] {
  return reading.apis.flatMap((api) => symbolOfApi(api, holds));
}

function symbolOfApi(api: Api, holds: (span: Span) => boolean): DocumentSymbol[] {
  const children = [
    ...api.routes.map((route) => symbolOfRoute(api, route)),
    ...api.authorizers.map((one) => leaf('authorizer', one.name ?? one.logicalId, '', one.span)),
    ...api.models.map((one) => leaf('model', one.name, '', one.span)),
    ...api.stages
      .filter(({ implied }) => !implied)
      .map((one) =>
        leaf('stage', one.name, one.autoDeploy ? l10n.t('deployed automatically') : '', one.span),
      ),
  ]
    .filter(({ span }) => holds(span))
    .toSorted((one, other) => one.span.start - other.span.start);
  const all = [...(holds(api.span) ? [api.span] : []), ...children.map(({ span }) => span)];
  const [first] = all;
  if (!first) return [];
  return [
    {
      kind: 'api',
      name: api.name,
      detail: api.routeSelectionExpression?.value ?? '',
      // The parts of an API may stand anywhere in the file, and the outline follows the cursor through them.
      span: {
        start: Math.min(...all.map(({ start }) => start)),
        end: Math.max(...all.map(({ end }) => end)),
      },
      nameSpan: first,
      children,
    },
  ];
}

function symbolOfRoute(api: Api, route: Route): DocumentSymbol {
  const integration = integrationOf(api, route);
  return {
    kind: 'route',
    name: route.routeKey?.value ?? route.routeKeyRaw ?? route.logicalId,
    detail: integration ? targetOf(api, integration) : '',
    span: route.span,
    // The editor refuses a name outside the whole; a key may stand elsewhere, as the default of a parameter.
    nameSpan:
      route.routeKey && isInside(route.routeKey.span, route.span)
        ? route.routeKey.span
        : { start: route.span.start, end: route.span.start },
    children:
      integration && !isInside(integration.span, route.span)
        ? [leaf('integration', integration.logicalId, targetOf(api, integration), integration.span)]
        : [],
  };
}

function targetOf(api: Api, { integrationType, target }: Integration): string {
  const runs = functionOf(api, target)?.logicalId;
  return runs === undefined ? integrationType : `${integrationType} → ${runs}`;
}

function leaf(kind: DocumentSymbol['kind'], name: string, detail: string, span: Span): DocumentSymbol {
  return { kind, name, detail, span, nameSpan: { start: span.start, end: span.start }, children: [] };
}
