import * as l10n from '@vscode/l10n';
import { type Api, functionOf, integrationOf, type Route } from '../../core/api.ts';
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
  const runs = target
    ? `runs the function **${plain(target.logicalId)}**${target.handler ? ` (${plain(target.handler.value)})` : ''}`
    : integration
      ? `runs the ${plain(integration.integrationType)} integration **${plain(integration.logicalId)}**`
      : 'runs nothing: its integration is not in this file';
  const evaluations = evaluateSamples(api, file.samplesOf(api)).filter(
    ({ selection }) => selection.route === key,
  );
  const running = file.runningOf(api);
  return [
    `Route **${plain(key)}** ${runs}.`,
    ...(route.constructPath === undefined
      ? []
      : [l10n.t('Made by the construct {0}.', plain(route.constructPath))]),
    ...(running ? [`${running.hits[key] ?? 0} hits in this run.`] : []),
    ...(evaluations.length > 0 ? [l10n.t('Samples that select it:\n\n{0}', tableOf(evaluations))] : []),
  ].join('\n\n');
}
