import type { Span } from '../../span.ts';
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
  for (const { service, operation, options, id, span: command, nameSpan } of calls) {
    const [, verb = '', what = ''] = /^(create|update|add|put)-(.+)$/.exec(operation) ?? [];
    const kind = what.replace(/^function-configuration$/, 'function');
    // A copy of a route must not take its name.
    const span = nameSpan && kind !== 'route' ? around(nameSpan, command) : command;
    const part: Part = { kind, id, options, span, ...(nameSpan && { nameSpan }) };
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

function around(one: Span, other: Span): Span {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}
