import type { Api } from '../../api.ts';
import type { Problem } from '../../problem.ts';
import { outerOf } from '../../syntax/node.ts';
import type { Properties } from './properties.ts';
import { sourceOf } from './resolve.ts';
import type { Resource, Template } from './template.ts';
import { written } from '../written.ts';

/** The properties that `AWS::ApiGatewayV2::Api` and SAM's WebSocketApi share. */
export function apiSettings(
  api: Resource,
  properties: Properties,
  template: Template,
  problems: Problem[],
): Pick<Api, 'name'> & Partial<Api> {
  const name = properties.node('Name');
  const endpoint = properties.node('DisableExecuteApiEndpoint');
  const routeSelectionExpression = properties.text('RouteSelectionExpression');
  if (!routeSelectionExpression) problems.push(missingExpression(api, properties));
  return {
    name: properties.string('Name') || (name ? sourceOf(name, template) : '') || api.logicalId,
    ...written({
      routeSelectionExpression,
      apiKeySelectionExpression: properties.text('ApiKeySelectionExpression'),
      disableExecuteApiEndpoint:
        properties.boolean('DisableExecuteApiEndpoint') ?? (endpoint && sourceOf(endpoint, template)),
      disableSchemaValidation: properties.boolean('DisableSchemaValidation'),
    }),
  };
}

function missingExpression({ logicalId, keySpan }: Resource, properties: Properties): Problem {
  const node = properties.node('RouteSelectionExpression');
  return node
    ? {
        message: `The RouteSelectionExpression of "${logicalId}" cannot be computed from this file; write it out, or give its parameter a default.`,
        span: outerOf(node),
      }
    : {
        message: `"${logicalId}" has no RouteSelectionExpression, which every WebSocket API needs; most use $request.body.action.`,
        span: keySpan,
      };
}
