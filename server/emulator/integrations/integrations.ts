import type { Integration } from '../../../core/api.ts';
import { awsProxy } from './aws-proxy.ts';
import { echoBecause } from './echo.ts';
import type { Call, Integrate, Outcome } from './integration.ts';
import { mock } from './mock.ts';

/** What runs each type of integration. */
const integrations: Record<Integration['integrationType'], Integrate> = {
  MOCK: mock,
  AWS_PROXY: awsProxy,
  AWS: (call) => echoBecause(call, 'AWS integrations do not run here yet.'),
  HTTP: (call) => echoBecause(call, 'HTTP integrations do not run here yet.'),
  HTTP_PROXY: (call) => echoBecause(call, 'HTTP_PROXY integrations do not run here yet.'),
  unknown: (call) => echoBecause(call, 'The type of the integration cannot be told from the file.'),
};

/** Runs the integration of a route; what goes wrong inside becomes the error that API Gateway would answer. */
export function integrate(call: Call): Outcome | Promise<Outcome> {
  const { integration } = call.route;
  if (!integration) return withoutIntegration(call);
  try {
    const outcome = integrations[integration.integrationType](call);
    return outcome instanceof Promise ? outcome.catch((error: unknown) => broken(call, error)) : outcome;
  } catch (error) {
    return broken(call, error);
  }
}

function withoutIntegration(call: Call): Outcome {
  const { routeKey, route } = call.route;
  if (route.integration !== undefined || route.targetSpan)
    return echoBecause(call, `The integration of ${routeKey} is not defined in the file.`);
  call.step({ name: 'integration request', text: `${routeKey} has no target`, ok: false });
  call.run.tell(
    'warning',
    `The route ${routeKey} has no target: API Gateway answers Internal server error.`,
    call.api,
  );
  return { kind: 'failure', status: 500, message: 'Internal server error' };
}

function broken(call: Call, error: unknown): Outcome {
  const text = `The emulator failed: ${error instanceof Error ? error.message : String(error)}`;
  call.step({ name: 'integration request', text, ok: false });
  call.run.tell('error', text, call.api);
  return { kind: 'failure', status: 500, message: 'Internal server error' };
}
