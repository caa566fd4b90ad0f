import type { Api, Integration, LambdaFunction, Route, Target } from '../../core/api.ts';

/** What leads to what in an API; looked up once per API, because rules and answers ask for every part. */
export interface ApiGraph {
  integrationOf(route: Route): Integration | undefined;
  functionOf(target: Target): LambdaFunction | undefined;
  /** The routes that run an integration. */
  routesTo(integration: Integration): readonly Route[];
  /** The routes whose integration calls a function. */
  routesOf(lambda: LambdaFunction): readonly Route[];
  /** Every key, none where a route's key cannot be computed. */
  readonly routeKeys: ReadonlySet<string> | undefined;
}

/** The graph of an API's parts. */
export function graphOf({ routes, integrations, functions }: Api): ApiGraph {
  const integrationsById = new Map(integrations.map((one) => [one.logicalId, one]));
  const functionsById = new Map(functions.map((one) => [one.logicalId, one]));
  const byIntegration = grouped(routes, ({ integration }) => integration);
  const integrationOf = ({ integration }: Route) =>
    integration === undefined ? undefined : integrationsById.get(integration);
  const byFunction = grouped(routes, (route) => {
    const target = integrationOf(route)?.target;
    return target?.kind === 'lambda' ? target.ref : undefined;
  });
  const keys = routes.map(({ routeKey }) => routeKey?.value);
  const known = keys.filter((key) => key !== undefined);
  return {
    integrationOf,
    functionOf: (target) => (target.kind === 'lambda' ? functionsById.get(target.ref) : undefined),
    routesTo: ({ logicalId }) => byIntegration.get(logicalId) ?? [],
    routesOf: ({ logicalId }) => byFunction.get(logicalId) ?? [],
    routeKeys: known.length === keys.length ? new Set(known) : undefined,
  };
}

function grouped(
  routes: readonly Route[],
  keyOf: (route: Route) => string | undefined,
): ReadonlyMap<string | undefined, readonly Route[]> {
  const groups = new Map<string | undefined, Route[]>();
  for (const route of routes) {
    const key = keyOf(route);
    const group = groups.get(key);
    if (group) group.push(route);
    else groups.set(key, [route]);
  }
  return groups;
}
