import type { RouteResponse } from '../../api.ts';
import { written } from '../written.ts';
import { partProperties } from './part-properties.ts';
import { propertiesOf } from './properties.ts';
import type { Resource, Template } from './template.ts';

/** The response that an `AWS::ApiGatewayV2::RouteResponse` defines. */
export function readRouteResponse(resource: Resource, template: Template): RouteResponse {
  const { logicalId, span, properties: map } = resource;
  const properties = propertiesOf(map, template);
  return {
    logicalId,
    span,
    ...written({
      route: properties.reference('RouteId'),
      routeResponseKey: properties.text('RouteResponseKey'),
    }),
    properties: partProperties([map], template),
  };
}
