import * as l10n from '@vscode/l10n';
import type { Api, Route } from '../../core/api.ts';
import type { Span } from '../../core/span.ts';
import type { ClientCommand } from './commands.ts';
import { type Evaluation, evaluateSamples } from './evaluate-samples.ts';
import { addressOf, type KnownFile } from './known-file.ts';

/** A command shown above the line where the span starts. */
export interface CodeLens {
  readonly span: Span;
  readonly command: ClientCommand;
}

/** What can be done with each API and each route of the file. */
export function codeLenses(file: KnownFile): readonly CodeLens[] {
  return file.reading.apis.flatMap((api) => {
    const evaluations = evaluateSamples(api, file.samplesOf(api));
    return [
      ...lensesOfApi(file, api, evaluations),
      ...api.routes.flatMap((route) => lensesOfRoute(file, api, route, evaluations)),
    ];
  });
}

function lensesOfApi(file: KnownFile, api: Api, evaluations: readonly Evaluation[]): CodeLens[] {
  const argument = addressOf(file, api);
  const current = evaluations[0]?.sample.name;
  const commands: ClientCommand[] = [
    file.runningOf(api)
      ? { title: l10n.t('■ Stop'), command: 'routescope.stop', argument }
      : { title: l10n.t('▷ Start'), command: 'routescope.start', argument },
    { title: l10n.t('Open panel'), command: 'routescope.openPanel', argument },
    ...(current === undefined
      ? [{ title: l10n.t('Create a sample'), command: 'routescope.createSample', argument } as const]
      : [
          { title: l10n.t('sample: {0}', current), command: 'routescope.chooseSample', argument } as const,
          { title: l10n.t('All samples'), command: 'routescope.evaluateSamples', argument } as const,
        ]),
  ];
  return commands.map((command) => ({ span: api.span, command }));
}

function lensesOfRoute(
  file: KnownFile,
  api: Api,
  route: Route,
  evaluations: readonly Evaluation[],
): CodeLens[] {
  const routeKey = route.routeKey?.value;
  if (routeKey === undefined) return [];
  const argument = { ...addressOf(file, api), routeKey };
  const hits = file.runningOf(api)?.hits[routeKey] ?? 0;
  const sample = evaluations.find(({ selection }) => selection.route === routeKey)?.sample.name;
  const commands: ClientCommand[] = [
    ...(file.runningOf(api)
      ? [{ title: countOf(hits), command: 'routescope.showHits', argument } as const]
      : []),
    ...(sample === undefined
      ? []
      : [
          {
            title: l10n.t('▷ Send sample'),
            command: 'routescope.sendSample',
            argument: { ...argument, sample },
          } as const,
        ]),
  ];
  return commands.map((command) => ({ span: route.span, command }));
}

function countOf(hits: number): string {
  return hits === 1 ? l10n.t('1 hit') : l10n.t('{0} hits', hits);
}
