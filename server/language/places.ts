import type { Api, Integration, Route, WrittenPair } from '../../core/api.ts';
import type { MappingKind, SelectionKind } from '../../core/expression/variables.ts';
import { touches } from '../../core/span.ts';
import type { Text } from '../../core/text.ts';
import { graphOf } from './api-graph.ts';
import { expressionsOf } from './expressions.ts';

/** Somewhere in a definition where API Gateway reads variables. */
export type Place = { readonly kind: SelectionKind | MappingKind; readonly text: Text } | TemplatePlace;

/** A mapping template. */
export interface TemplatePlace {
  readonly kind: 'request mapping template' | 'response mapping template';
  readonly text: Text;
  readonly integration: Integration;
  /** The routes that run the integration. */
  readonly routes: readonly Route[];
}

/** Whether a place is a mapping template. */
export function isTemplate(place: Place): place is TemplatePlace {
  return 'integration' in place;
}

/** Every place of an API where something with variables is written. */
export function placesOf(api: Api): readonly Place[] {
  return [...expressionsOf(api), ...fixedExpressionsOf(api), ...mappingsOf(api), ...templatesOf(api)];
}

/** The place that the cursor stands in or touches, with its API. */
export function placeAt(
  apis: readonly Api[],
  offset: number,
): { readonly api: Api; readonly place: Place } | undefined {
  for (const api of apis) {
    const place = placesOf(api).find(({ text }) => touches(text.span, offset));
    if (place) return { api, place };
  }
  return undefined;
}

/** The mapping templates of an API. */
function templatesOf(api: Api): readonly TemplatePlace[] {
  const graph = graphOf(api);
  return api.integrations.flatMap((integration) => {
    const routes = graph.routesTo(integration);
    const placed = (kind: TemplatePlace['kind'], pairs: readonly WrittenPair[] = []): TemplatePlace[] =>
      pairs.map(({ value: text }) => ({ kind, text, integration, routes }));
    return [
      ...placed('request mapping template', integration.templates),
      ...integration.responses.flatMap((one) => placed('response mapping template', one.templates)),
    ];
  });
}

/** Expressions for which there is only one thing to write. */
function fixedExpressionsOf(api: Api): Place[] {
  return [
    ...api.routes.flatMap(({ routeResponseSelectionExpression }) =>
      place('route response selection', routeResponseSelectionExpression),
    ),
    ...api.integrations.flatMap(({ properties }) =>
      place('integration response selection', properties?.['IntegrationResponseSelectionExpression']?.text),
    ),
    ...place('API mapping selection', api.properties?.['ApiMappingSelectionExpression']?.text),
  ];
}

function mappingsOf(api: Api): Place[] {
  return [
    ...api.integrations.flatMap(({ parameterMappings, responses }) => [
      ...pairs('request parameter', parameterMappings),
      ...responses.flatMap((one) => pairs('response parameter', one.parameterMappings)),
    ]),
    ...api.authorizers.flatMap(({ identitySourceTexts }) =>
      (identitySourceTexts ?? []).flatMap((text) => place('identity source', text)),
    ),
  ];
}

function pairs(
  kind: 'request parameter' | 'response parameter',
  written: readonly WrittenPair[] = [],
): Place[] {
  return written.flatMap(({ key, value }) => [...place(`${kind} target`, key), ...place(kind, value)]);
}

function place(kind: SelectionKind | MappingKind, text: Text | undefined): Place[] {
  return text ? [{ kind, text }] : [];
}
