import { displayIn, type Part, referenceIn } from './part.ts';
import type { Call } from './run.ts';

/** The option that names what a command changes. */
const idOptions: Readonly<Record<string, string>> = {
  api: 'ApiId',
  route: 'RouteId',
  integration: 'IntegrationId',
  'integration-response': 'IntegrationResponseId',
  'route-response': 'RouteResponseId',
  authorizer: 'AuthorizerId',
  model: 'ModelId',
  stage: 'StageName',
  deployment: 'DeploymentId',
  'api-mapping': 'ApiMappingId',
};

/** What the calls make, in their order; what a later call changes is changed. */
export function partsOfCalls(calls: readonly Call[]): Part[] {
  const parts: Part[] = [];
  for (const { service, operation, options, id, span } of calls) {
    const [, verb = '', what = ''] = /^(create|update|add|put)-(.+)$/.exec(operation) ?? [];
    const kind = what.replace(/^function-configuration$/, 'function');
    const part: Part = { kind, id, options, span };
    if (service !== 'apigatewayv2' || verb !== 'update') {
      parts.push(part);
      continue;
    }
    const changed = referenceIn(part, idOptions[kind] ?? '');
    const at = parts.findIndex(
      (one) => one.kind === kind && (kind === 'stage' ? displayIn(one, 'StageName') : one.id) === changed,
    );
    const before = parts[at];
    if (before) parts[at] = { ...before, options: new Map([...before.options, ...options]) };
    else parts.push({ ...part, id: changed ?? id });
  }
  return parts;
}
