import * as l10n from '@vscode/l10n';
import {
  type Api,
  functionOf,
  integrationOf,
  type Route,
  type Integration,
  type LambdaFunction,
} from '../../core/api.ts';
import { type Span, touches } from '../../core/span.ts';
import { evaluateSamples } from './evaluate-samples.ts';
import type { KnownFile } from './known-file.ts';
import { plain, tableOf } from './outcome.ts';
import { hoverOfPlace } from './place-hover.ts';
import { placeAt } from './places.ts';

/** A text to show while the pointer is over the span. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What stands at an offset: something with variables and what samples make of it, or a route with what it runs. */
export function hover(file: KnownFile, offset: number): Hover | undefined {
  const found = placeAt(file.reading.apis, offset);
  if (found) return hoverOfPlace(file, found.api, found.place, offset);
  for (const api of file.reading.apis) {
    const route = api.routes.find(({ routeKey }) => routeKey && touches(routeKey.span, offset));
    if (route?.routeKey) return { span: route.routeKey.span, markdown: describeRoute(file, api, route) };
  }
  return undefined;
}

function describeRoute(file: KnownFile, api: Api, route: Route): string {
  const key = route.routeKey?.value ?? '';
  const integration = integrationOf(api, route);
  const target = integration && functionOf(api, integration.target);
  const evaluations = evaluateSamples(api, file.samplesOf(api)).filter(
    ({ selection }) => selection.route === key,
  );
  const running = file.runningOf(api);
  return [
    whatRuns(plain(key), integration, target),
    ...(route.constructPath === undefined
      ? []
      : [l10n.t('Made by the construct {0}.', plain(route.constructPath))]),
    ...(running ? [l10n.t('Hits in this run: {0}.', running.hits[key] ?? 0)] : []),
    ...(evaluations.length > 0 ? [l10n.t('Samples that select it:\n\n{0}', tableOf(evaluations))] : []),
  ].join('\n\n');
}

function whatRuns(
  key: string,
  integration: Integration | undefined,
  target: LambdaFunction | undefined,
): string {
  if (target?.handler)
    return l10n.t(
      'Route **{0}** runs the function **{1}** ({2}).',
      key,
      plain(target.logicalId),
      plain(target.handler.value),
    );
  if (target) return l10n.t('Route **{0}** runs the function **{1}**.', key, plain(target.logicalId));
  if (!integration) return l10n.t('Route **{0}** runs nothing: its integration is not in this file.', key);
  return l10n.t(
    'Route **{0}** runs the {1} integration **{2}**.',
    key,
    plain(integration.integrationType),
    plain(integration.logicalId),
  );
}
