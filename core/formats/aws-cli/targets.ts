import type { Target } from '../../api.ts';
import { displayIn, type Part, referenceOf } from './part.ts';

/** The function that a URI, an ARN or a name calls, of those that are made beside it. */
export function functionIn(display: string, functions: readonly Part[]): Part | undefined {
  const names = [...display.matchAll(/\$\{([^{}.]+)/g)].map(([, name]) => name);
  const [, written] = /:function:([^/:]+)/.exec(display) ?? [];
  return functions.find((one) => {
    const name = displayIn(one, 'FunctionName');
    return (
      names.includes(one.id) ||
      (name !== undefined && names.includes(name)) ||
      [written, display].some(
        (other) => other !== undefined && (other === name || referenceOf(other) === one.id),
      )
    );
  });
}

/** The function that a URI calls, made beside it or not. */
export function lambdaTarget(display: string | undefined, functions: readonly Part[]): Target {
  if (!display) return { kind: 'none' };
  const called = functionIn(display, functions);
  return called ? { kind: 'lambda', ref: called.id } : { kind: 'lambda', ref: display, arn: display };
}

/** What an integration calls, by its type and its `IntegrationUri`. */
export function integrationTarget(
  type: string | undefined,
  uri: string | undefined,
  templates: Readonly<Record<string, string>>,
  functions: readonly Part[],
): Target {
  if (type === 'MOCK') return { kind: 'mock' };
  if (!uri) return { kind: 'none' };
  if (type === 'HTTP' || type === 'HTTP_PROXY') return { kind: 'http', uri };
  if (functionIn(uri, functions)) return lambdaTarget(uri, functions);
  // arn:aws:apigateway:REGION:SERVICE:action/ACTION or :path/PATH
  const [, service, how, rest = ''] =
    /^arn:[^:]+:apigateway:[^:]*:([a-z0-9-]+):(action|path)\/(.*)$/s.exec(uri) ?? [];
  if (service === undefined)
    return /:lambda:|^\$\{|^[\w-]+$/.test(uri) ? lambdaTarget(uri, functions) : { kind: 'unknown', uri };
  if (service === 'lambda') return lambdaTarget(uri, functions);
  const action =
    how === 'action'
      ? rest
      : Object.values(templates).flatMap((body) => /(?:^|&)Action=(\w+)/.exec(body)?.[1] ?? [])[0];
  return { kind: 'aws-service', uri, service, ...(action && { action }) };
}
