/** The logical ids of what the framework makes once. */
export const ids = {
  api: 'WebsocketsApi',
  stage: 'WebsocketsDeploymentStage',
  // The framework appends a hash.
  deployment: 'WebsocketsDeployment',
  role: 'IamRoleLambdaExecution',
} as const;

/** The logical ids of what the framework makes of a function. https://github.com/serverless/serverless/blob/main/lib/plugins/aws/lib/naming.js */
export function idsOfFunction(name: string) {
  const normal = normalized(name);
  return {
    lambda: `${normal}LambdaFunction`,
    integration: `${normal}WebsocketsIntegration`,
    authorizer: `${normal}WebsocketsAuthorizer`,
  };
}

/** The logical ids of what the framework makes of a route key. */
export function idsOfRoute(routeKey: string) {
  const normal = routeKey
    .replaceAll('$', 'S')
    .replaceAll('/', 'Slash')
    .replaceAll('-', 'Dash')
    .replaceAll('_', 'Underscore')
    .replaceAll('.', 'Period');
  return { route: `${normal}WebsocketsRoute`, routeResponse: `${normal}WebsocketsRouteResponse` };
}

function normalized(name: string): string {
  const word = name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
