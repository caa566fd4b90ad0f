import type { Api } from '../../core/api.ts';
import type { Hit } from '../../core/routing/trace.ts';
import type { Text } from '../../core/text.ts';

/** An API with one function-less route for every key, as a reader would give it. */
export function sketchApi(logicalId: string, routeKeys: readonly string[]): Api {
  return {
    logicalId,
    name: logicalId.toLowerCase(),
    format: 'sam-yaml',
    span: { start: 10, end: 20 },
    routeSelectionExpression: sketchText('$request.body.action'),
    routes: routeKeys.map((key, index) => ({
      logicalId: `Route${index}`,
      routeKey: sketchText(key),
      span: { start: 100 * index, end: 100 * index + 50 },
      routeResponseKeys: [],
    })),
    integrations: [],
    functions: [],
    authorizers: [],
    models: [],
    stages: [{ name: 'prod', span: { start: 0, end: 0 }, variables: {} }],
  };
}

/** A successful hit of a message on the route `join`, but for what is given. */
export function sketchHit(id: number, given: Partial<Hit> = {}): Hit {
  return {
    id,
    at: 1000 + id,
    api: 'Chat',
    connectionId: 'one=',
    eventType: 'MESSAGE',
    message: '{"action":"join"}',
    value: 'join',
    route: 'join',
    reason: 'matched',
    ok: true,
    result: '200',
    milliseconds: 12,
    steps: [],
    ...given,
  };
}

function sketchText(value: string): Text {
  return { value, span: { start: 0, end: value.length }, spelling: 'yaml-plain' };
}
