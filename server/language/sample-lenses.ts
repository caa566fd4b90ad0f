import { basename } from 'node:path';
import { evaluateSamples } from './evaluate-samples.ts';
import type { CodeLens } from './code-lens.ts';
import { addressOf, type KnownFile } from './known-file.ts';
import { outcomeOf } from './outcome.ts';
import { isSampleOf } from './sample-files.ts';

/** At the top of a sample file: where each API that it belongs to routes it. */
export function sampleLenses(path: string, text: string, files: readonly KnownFile[]): readonly CodeLens[] {
  return files
    .filter((file) => file.path !== undefined && isSampleOf(path, file.path))
    .flatMap((file) =>
      file.reading.apis.flatMap((api) => {
        const sample = { name: basename(path), text, source: 'file' } as const;
        return evaluateSamples(api, [sample]).map(({ selection }) => ({
          span: { start: 0, end: 0 },
          command: {
            title: `→ ${outcomeOf(selection)} in ${basename(file.path ?? '')}`,
            command: 'routescope.openRoute' as const,
            argument: {
              ...addressOf(file, api),
              ...(selection.route === null ? {} : { routeKey: selection.route }),
            },
          },
        }));
      }),
    );
}
