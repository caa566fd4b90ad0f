import * as l10n from '@vscode/l10n';
import type { Api, Deployment, Route, Stage } from '../../../core/api.ts';
import { firstLine } from './place-of.ts';
import type { Finding, Rule } from './rule.ts';

/** A deployment that may be made before a route exists, or a stage without deployment: clients get "Forbidden". */
export const routeNotDeployed: Rule = {
  code: 'route-not-deployed',
  severity: 'warning',
  check: ({ api, text }) => [
    ...deploymentsOf(api).flatMap((deployment) => earlyIn(api, deployment, text)),
    ...api.stages
      .filter((stage) => servesNothing(api, stage))
      .map((stage) => ({
        span: firstLine(text, stage.span),
        message: l10n.t(
          'The stage "{0}" has neither AutoDeploy nor a deployment, so it serves no route; set AutoDeploy or DeploymentId.',
          stage.name,
        ),
      })),
  ],
};

/** Commands run one after the other, so that the last deployment of a script counts. */
function deploymentsOf({ deployments = [], format }: Api): readonly Deployment[] {
  return format === 'aws-cli' ? deployments.slice(-1) : deployments;
}

function earlyIn(api: Api, deployment: Deployment, text: string): Finding[] {
  const served = api.stages.filter((stage) => stage.deployment === deployment.logicalId);
  // A stage that deploys by itself does not need it.
  const stages = served.length > 0 ? served : api.stages;
  if (stages.length > 0 && stages.every(({ autoDeploy }) => autoDeploy)) return [];
  const awaited = awaitedRoutes(api, deployment, text);
  const early = api.routes.filter((route) => !awaited.has(route));
  if (early.length === 0) return [];
  const keys = early.map(({ routeKey, routeKeyRaw }) => routeKey?.value ?? routeKeyRaw ?? '');
  return [
    {
      span: firstLine(text, deployment.span),
      message:
        api.format === 'aws-cli'
          ? l10n.t(
              'The deployment is made before all routes are there, so its snapshot lacks {0}, and clients get "Forbidden"; make it after the last route.',
              keys.join(', '),
            )
          : l10n.t(
              'The deployment does not wait for all routes, so its snapshot may lack {0}, and clients get "Forbidden"; let it depend on each route.',
              keys.join(', '),
            ),
    },
  ];
}

/** The routes that a deployment waits for; also those that such a route waits for itself. */
function awaitedRoutes(api: Api, { dependsOn }: Deployment, text: string): ReadonlySet<Route> {
  const names = new Set(dependsOn);
  for (const { logicalId, route } of api.routeResponses ?? []) {
    if (names.has(logicalId) && route !== undefined) names.add(route);
  }
  const awaited = new Set<Route>();
  const waiting = api.routes.filter(({ logicalId }) => names.has(logicalId));
  for (const route of waiting) {
    awaited.add(route);
    if (awaited.size === api.routes.length) break;
    const definition = text.slice(route.span.start, route.span.end);
    if (!/depends_?on/i.test(definition)) continue;
    const words = new Set(definition.match(/[\w.-]+/g));
    for (const other of api.routes) {
      if (words.has(other.logicalId) && !waiting.includes(other)) waiting.push(other);
    }
  }
  return awaited;
}

/** Only of a format that states the stage's settings, and none that is not known. */
function servesNothing(api: Api, { autoDeploy, deployment, implied, name, properties }: Stage): boolean {
  if (implied || !properties || autoDeploy || deployment !== undefined) return false;
  if (properties['DeploymentId'] || (properties['AutoDeploy'] && autoDeploy === undefined)) return false;
  return !(api.deployments ?? []).some((one) => {
    const stageName = one.properties?.['StageName'];
    return stageName && (stageName.text === undefined || stageName.text.value === name);
  });
}
