import type { Api, Integration, Route } from '../../core/api.ts';
import { integrationOf, routeKeysOf } from '../../core/api.ts';
import type { RunnableApi } from '../../core/contracts/emulator.ts';
import type { RouteSelector } from '../../core/routing/select-route.ts';
import { compileRoutes } from '../../core/routing/select-route.ts';
import { apiIdOf } from './identifiers.ts';

/** An API that the gateway serves, prepared for the messages to come. */
export interface RunningApi {
  /** Stays the same when the definition changes; connections belong to it. */
  readonly key: string;
  readonly api: Api;
  readonly file: string;
  readonly stage: string;
  readonly apiId: string;
  readonly domainName: string;
  /** Where it is served: `/STAGE`, or `/LOGICALID/STAGE` or `/LOGICALID2/STAGE` where another API has it already. */
  readonly path: string;
  readonly selector: RouteSelector;
  readonly routes: ReadonlyMap<string, RunningRoute>;
  readonly stageVariables: Readonly<Record<string, string>> | undefined;
}

/** A route with what it runs. */
export interface RunningRoute {
  readonly routeKey: string;
  readonly route: Route;
  readonly integration: Integration | undefined;
  /** Whether the integration's answer goes to the client. */
  readonly twoWay: boolean;
}

/** The region that the emulator pretends to be. */
export const region = 'us-east-1';

/** Prepares APIs to be served side by side on one port. */
export function prepareApis(apis: readonly RunnableApi[]): RunningApi[] {
  const taken = new Set<string>();
  return apis.map((one) => {
    const { logicalId } = one.api;
    let path = `/${one.stage}`;
    for (let count = 1; taken.has(path); count += 1)
      path = `/${logicalId}${count === 1 ? '' : count}/${one.stage}`;
    taken.add(path);
    return prepare(one, path);
  });
}

/** The API that a request is for: by its `Host` as on AWS, else by its path. The rest is what follows the stage. */
export function findApi(
  apis: readonly RunningApi[],
  host: string | undefined,
  path: string,
): { readonly api: RunningApi; readonly rest: string } | undefined {
  const named = apis.find((api) => api.domainName === host?.toLowerCase());
  const candidates = named
    ? [{ api: named, path: `/${named.stage}` }]
    : apis.map((api) => ({ api, path: api.path }));
  for (const candidate of candidates) {
    if (path === candidate.path) return { api: candidate.api, rest: '' };
    if (path.startsWith(`${candidate.path}/`))
      return { api: candidate.api, rest: path.slice(candidate.path.length) };
  }
  return undefined;
}

function prepare({ api, file, stage }: RunnableApi, path: string): RunningApi {
  const apiId = apiIdOf(file, api.logicalId);
  const variables = api.stages.find((one) => one.name === stage)?.variables ?? {};
  const routes = api.routes.flatMap((route) =>
    route.routeKey ? [[route.routeKey.value, runningRoute(api, route, route.routeKey.value)] as const] : [],
  );
  return {
    key: `${file}\n${api.logicalId}`,
    api,
    file,
    stage,
    apiId,
    domainName: `${apiId}.execute-api.${region}.amazonaws.com`,
    path,
    selector: compileRoutes(api.routeSelectionExpression?.value ?? '', routeKeysOf(api)),
    routes: new Map(routes),
    stageVariables: Object.keys(variables).length > 0 ? variables : undefined,
  };
}

function runningRoute(api: Api, route: Route, routeKey: string): RunningRoute {
  return {
    routeKey,
    route,
    integration: integrationOf(api, route),
    // A RouteResponse alone makes a route two-way; the selection expression alone does not.
    twoWay: route.routeResponseKeys.includes('$default'),
  };
}
