import type { Api, Integration, LambdaFunction, Route } from '../../core/api.ts';
import type { Text } from '../../core/text.ts';

const span = { start: 0, end: 0 };

/** An API in few words: what its routes run, by route key. */
export interface ApiSketch {
  readonly expression?: string;
  readonly routes: Readonly<Record<string, RouteSketch>>;
  readonly functions?: Readonly<Record<string, Partial<LambdaFunction>>>;
  readonly stageVariables?: Readonly<Record<string, string>>;
  readonly name?: string;
}

export type RouteSketch = Partial<Integration> & {
  readonly oneWay?: true;
  readonly noTarget?: true;
  readonly route?: Partial<Route>;
};

/** A text as a file would hold it. */
export function text(value: string): Text {
  return { value, span, spelling: 'yaml-plain' };
}

/** The model of a sketched API; its stage is `prod`. */
export function anApi(sketch: ApiSketch): Api {
  const routes = Object.entries(sketch.routes);
  return {
    logicalId: sketch.name ?? 'Api',
    name: sketch.name ?? 'Api',
    format: 'cfn-yaml',
    span,
    routeSelectionExpression: text(sketch.expression ?? '$request.body.action'),
    routes: routes.map(([key, route]) => aRoute(key, route)),
    integrations: routes.flatMap(([key, route]) => (route.noTarget ? [] : [anIntegration(key, route)])),
    functions: Object.entries(sketch.functions ?? {}).map(([logicalId, lambda]) => ({
      logicalId,
      span,
      handler: text('app.handler'),
      runtime: 'nodejs22.x',
      codeUri: '.',
      timeoutInSeconds: 10,
      environment: {},
      ...lambda,
    })),
    authorizers: [],
    models: [],
    stages: [{ name: 'prod', span, variables: sketch.stageVariables ?? {} }],
  };
}

/** A MOCK integration that answers with a body. */
export function mock(body: string, status = 200): RouteSketch {
  return {
    integrationType: 'MOCK',
    target: { kind: 'mock' },
    requestTemplates: { 'application/json': `{"statusCode":${status}}` },
    responses: [{ integrationResponseKey: '$default', span, responseTemplates: { $default: body } }],
  };
}

/** An AWS_PROXY integration that calls a function. */
export function lambda(ref: string): RouteSketch {
  return { integrationType: 'AWS_PROXY', target: { kind: 'lambda', ref } };
}

function aRoute(key: string, { oneWay, noTarget, route }: RouteSketch): Route {
  return {
    logicalId: `Route ${key}`,
    routeKey: text(key),
    span,
    routeResponseKeys: oneWay ? [] : ['$default'],
    ...(!noTarget && { integration: `Integration ${key}` }),
    ...route,
  };
}

function anIntegration(
  key: string,
  { oneWay: _oneWay, noTarget: _noTarget, route: _route, ...given }: RouteSketch,
): Integration {
  return {
    logicalId: `Integration ${key}`,
    integrationType: 'MOCK',
    span,
    target: { kind: 'none' },
    requestTemplates: {},
    requestParameters: {},
    responses: [],
    ...given,
  };
}
