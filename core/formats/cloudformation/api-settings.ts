import * as l10n from '@vscode/l10n';
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
        message: l10n.t(
          'The RouteSelectionExpression of "{0}" cannot be computed from this file; write it out, or give its parameter a default.',
          logicalId,
        ),
        span: outerOf(node),
      }
    : {
        message: l10n.t(
          '"{0}" has no RouteSelectionExpression, which every WebSocket API needs; most use $request.body.action.',
          logicalId,
        ),
        span: keySpan,
      };
}
