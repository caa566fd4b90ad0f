import * as l10n from '@vscode/l10n';
import type { Api, LambdaFunction } from '../../../core/api.ts';
import { handlerFactsOf } from '../handler-facts.ts';
import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A handler that calls `@connections` at an address where it is not. */
export const managementEndpoint: Rule = {
  code: 'management-endpoint',
  severity: 'warning',
  check: ({ api, handlerOf, text }) =>
    api.functions.flatMap((lambda) => {
      const source = handlerOf(lambda);
      const message = source && wrongEndpoint(api, lambda, source);
      if (!message) return [];
      return [{ span: lambda.handler?.span ?? firstLine(text, lambda.span), message }];
    }),
};

function wrongEndpoint(api: Api, lambda: LambdaFunction, source: string): string | undefined {
  const { endpoints, endpointVariables } = handlerFactsOf(source, lambda.runtime);
  const given = endpointVariables.flatMap((name) => lambda.environment[name] ?? []);
  for (const endpoint of [...endpoints, ...given]) {
    if (/^wss?:/.test(endpoint)) {
      return l10n.t(
        'The handler of "{0}" calls @connections at "{1}"; the endpoint begins with https://, as in https://{domainName}/{stage}.',
        lambda.logicalId,
        endpoint,
      );
    }
    if (lacksStage(endpoint, api)) {
      return l10n.t(
        'The handler of "{0}" calls @connections at "{1}", without the stage, and is answered with 403; the endpoint is https://{domainName}/{stage}.',
        lambda.logicalId,
        endpoint,
      );
    }
    if (isUnmapped(endpoint, api)) {
      return l10n.t(
        'The handler of "{0}" calls @connections at "{1}", and for clients of the custom domain that is answered with 403: there the endpoint is https://{domainName}/{apiMappingKey}.',
        lambda.logicalId,
        endpoint,
      );
    }
  }
  return undefined;
}

/** Behind a custom domain the mapping key stands where the stage is otherwise. */
function isUnmapped(endpoint: string, { mappings = [], stages }: Api): boolean {
  if (!/^https:\/\/\$?\{[^{}]*\bdomainName['"]?\]?\}\/\$?\{[^{}]*\bstage['"]?\]?\}\/?$/.test(endpoint))
    return false;
  const names = stages.map(({ name }) => name);
  return (
    mappings.length > 0 && mappings.every(({ apiMappingKey }) => !names.includes(apiMappingKey?.value ?? ''))
  );
}

/** A custom domain has no stage in its path. */
function lacksStage(endpoint: string, { mappings }: Api): boolean {
  if (/^https:\/\/[^/]*\.execute-api\.[^/]*\.amazonaws\.com(?:\.cn)?\/?$/.test(endpoint)) return true;
  return mappings?.length === 0 && /^https:\/\/\$?\{[\w.[\]'"]*\bdomainName['"]?\]?\}\/?$/.test(endpoint);
}
