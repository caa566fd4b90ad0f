import type { Api } from '../../core/api.ts';
import type { Text } from '../../core/text.ts';
import { expressionsOf } from './expressions.ts';

/** Every text of an API in which API Gateway reads variables or that it compares with what they give. */
export function writtenTexts(api: Api): readonly Text[] {
  return [
    ...expressionsOf(api).map(({ text }) => text),
    ...api.routes.flatMap(({ routeKey, routeResponseSelectionExpression }) => [
      ...(routeKey ? [routeKey] : []),
      ...(routeResponseSelectionExpression ? [routeResponseSelectionExpression] : []),
    ]),
    ...(api.routeResponses ?? []).flatMap(({ routeResponseKey }) =>
      routeResponseKey ? [routeResponseKey] : [],
    ),
    ...api.integrations.flatMap((integration) => [
      ...valuesOf(integration.parameterMappings),
      ...valuesOf(integration.templates),
      ...integration.responses.flatMap((one) => [
        ...valuesOf(one.parameterMappings),
        ...valuesOf(one.templates),
      ]),
    ]),
    ...api.authorizers.flatMap(({ identitySourceTexts }) => identitySourceTexts ?? []),
  ];
}

function valuesOf(pairs: readonly { readonly value: Text }[] = []): readonly Text[] {
  return pairs.map(({ value }) => value);
}
