import * as l10n from '@vscode/l10n';
import type { Api, Permission, Route } from '../../../core/api.ts';
import { standsIn } from '../stands-in.ts';
import { firstLine } from './place-of.ts';
import type { Finding, Rule, Subject } from './rule.ts';

/** A function that API Gateway may not invoke. */
export const missingLambdaPermission: Rule = {
  code: 'missing-lambda-permission',
  severity: 'warning',
  check: (subject) => {
    const { format, permissions } = subject.api;
    if (makesPermissions.test(format)) return [];
    // One that names its function or its caller in a way that the file alone cannot tell may be for any.
    if (!permissions || permissions.some((one) => one.function === undefined || one.principal === undefined))
      return [];
    const byFunction = new Map<string | undefined, Permission[]>();
    for (const one of permissions) {
      const ofFunction = byFunction.get(one.function);
      if (ofFunction) ofFunction.push(one);
      else byFunction.set(one.function, [one]);
    }
    return subject.api.functions.flatMap((lambda) => {
      const routes = subject.graph.routesOf(lambda).filter((route) => !hasRole(subject, route));
      const own = byFunction.get(lambda.logicalId) ?? [];
      const refused = routes.filter((route) => !own.some((one) => covers(one, route, subject.api)));
      return refused.length === 0 ? [] : findingOf(subject, lambda.logicalId, refused, own);
    });
  },
};

/** Frameworks that add what is needed to what they deploy. */
const makesPermissions = /^(?:sam-websocketapi|serverless|architect|cdk|sst|chalice)/;

function hasRole({ graph }: Subject, route: Route): boolean {
  const integration = graph.integrationOf(route);
  return integration?.credentials !== undefined || integration?.properties?.['CredentialsArn'] !== undefined;
}

function findingOf(
  { text, graph }: Subject,
  name: string,
  [first, ...others]: readonly Route[],
  permissions: readonly Permission[],
): Finding[] {
  if (!first) return [];
  const integration = graph.integrationOf(first);
  const span = firstLine(text, integration?.uriSpan ?? integration?.span ?? first.span);
  const keys = [first, ...others].map(({ routeKey, routeKeyRaw }) => routeKey?.value ?? routeKeyRaw ?? '');
  return permissions.length === 0
    ? [
        {
          span,
          message: l10n.t(
            'No permission of this file lets API Gateway invoke "{0}": clients then get "Internal server error" and the function\'s log stays empty; add one for the principal apigateway.amazonaws.com.',
            name,
          ),
        },
      ]
    : [
        {
          span,
          message: l10n.t(
            'The SourceArn of the permission for "{0}" does not cover {1}: clients get "Internal server error" and the function\'s log stays empty; end it with /*/* or /{stage}/{routeKey}.',
            name,
            keys.join(', '),
          ),
        },
      ];
}

/** What the file cannot tell may be anything. */
function covers({ sourceArn }: Permission, { routeKey }: Route, { logicalId, stages }: Api): boolean {
  const before = `:\${${logicalId}}/`;
  const start = sourceArn?.indexOf(before) ?? -1;
  if (sourceArn === undefined || start === -1 || !routeKey) return true;
  const resource = sourceArn.slice(start + before.length);
  if (resource === '*' || resource.endsWith('/*') || resource.endsWith(`/${routeKey.value}`)) return true;
  const pieces = resource.split(/\$\{[^}]*\}|\*/);
  return [...stages.map(({ name }) => name), 'stage'].some((stage) =>
    standsIn(pieces, `${stage}/${routeKey.value}`),
  );
}
