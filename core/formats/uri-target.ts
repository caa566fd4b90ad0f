import type { Target } from '../api.ts';

/**
 * What the URI of an integration calls that names no function of the definition. `arn` is the URI with a dot for each
 * reference, so that only its own colons divide it.
 */
export function uriTarget(
  type: string | undefined,
  uri: string,
  arn: string,
  templates: Readonly<Record<string, string>>,
): Target {
  if (uri === '') return { kind: 'none' };
  if (type === 'HTTP' || type === 'HTTP_PROXY') return { kind: 'http', uri };
  // arn:aws:apigateway:REGION:SERVICE:action/ACTION or :path/PATH
  const parts = /^arn:[^:]+(?:::[^:]*)?:apigateway:.*?:([a-z0-9-]+):(action|path)\/(.*)$/s.exec(arn);
  if (!parts) {
    return /:lambda:|^[\w-]+$/.test(uri) ? { kind: 'lambda', ref: uri, arn: uri } : { kind: 'unknown', uri };
  }
  const [, service = '', how, rest = ''] = parts;
  if (service === 'lambda') return { kind: 'lambda', ref: uri, arn: uri };
  const action = how === 'action' ? rest : actionIn(templates);
  return { kind: 'aws-service', uri, service, ...(action && { action }) };
}

/** Query-protocol services, called by path, take the action from the body. */
function actionIn(templates: Readonly<Record<string, string>>): string | undefined {
  for (const body of Object.values(templates)) {
    const action = /(?:^|&)Action=(\w+)/.exec(body)?.[1];
    if (action) return action;
  }
  return undefined;
}
