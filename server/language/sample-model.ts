import type { Api, Model, Route } from '../../core/api.ts';
import { compileExpression } from '../../core/expression/compile.ts';
import { evaluate } from '../../core/expression/evaluate.ts';
import { evaluateSamples } from './evaluate-samples.ts';

/** The model that API Gateway checks a message by, with the route that says so. */
export interface ModelOfMessage {
  readonly route: Route;
  /** Undefined where the selected model is not in the file, or where there is none, so that every message is refused. */
  readonly model: Model | undefined;
  /** The key by which the route looks for its model. */
  readonly key: string;
}

/**
 * The model that the route of a message selects, else the one of `$default`; undefined where the route checks nothing.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-request-validation.html
 */
export function modelOfMessage(api: Api, message: string): ModelOfMessage | undefined {
  const [evaluation] = evaluateSamples(api, [{ name: '', text: message, source: 'file' }]);
  const route = api.routes.find(({ routeKey }) => routeKey && routeKey.value === evaluation?.selection.route);
  const expression = route?.modelSelectionExpression;
  if (!route?.requestModels || !expression) return undefined;
  const key = evaluate(compileExpression(expression.value), message).value ?? '$default';
  const name = route.requestModels[key] ?? route.requestModels['$default'];
  return { route, key, model: api.models.find((model) => model.name === name) };
}
