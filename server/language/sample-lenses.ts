import * as l10n from '@vscode/l10n';
import { basename } from 'node:path';
import { missingKey } from './actions/add-routes-of-samples.ts';
import { addRoute } from './actions/add-route.ts';
import type { ClientCommand } from './commands.ts';
import { evaluateSamples } from './evaluate-samples.ts';
import type { CodeLens } from './code-lens.ts';
import { addressOf, type KnownFile } from './known-file.ts';
import { outcomeOf, shorten } from './outcome.ts';
import { isSampleOf } from './sample-files.ts';

/** At the top of a sample file: where each API that it belongs to routes it. */
export function sampleLenses(path: string, text: string, files: readonly KnownFile[]): readonly CodeLens[] {
  return files
    .filter((file) => file.path !== undefined && isSampleOf(path, file.path))
    .flatMap((file) =>
      file.reading.apis.flatMap((api) => {
        const sample = { name: basename(path), text, source: 'file' } as const;
        return evaluateSamples(api, [sample]).flatMap(({ selection }) => {
          const address = addressOf(file, api);
          const { route } = selection;
          const where = basename(file.path ?? '');
          return [
            lens(l10n.t('→ {0} in {1}', outcomeOf(selection), where), 'routescope.openRoute', {
              ...address,
              ...(route === null ? {} : { routeKey: route }),
            }),
            ...missingKey(selection)
              .filter((routeKey) => addRoute(api, file.text, routeKey))
              .map((routeKey) =>
                lens(
                  l10n.t('Add a route "{0}" in {1}', shorten(routeKey, 24), where),
                  'routescope.addRoute',
                  {
                    ...address,
                    routeKey,
                  },
                ),
              ),
          ];
        });
      }),
    );
}

function lens(
  title: string,
  command: ClientCommand['command'],
  argument: ClientCommand['argument'],
): CodeLens {
  return { span: { start: 0, end: 0 }, command: { title, command, argument } };
}
