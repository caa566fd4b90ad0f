import * as l10n from '@vscode/l10n';
import type { Api } from '../../core/api.ts';
import type { Sample } from '../../core/sample.ts';
import { readModelExamples } from './model-examples.ts';
import { readSampleComments } from './sample-comments.ts';

/** Of one API; hints and hovers evaluate every sample at every keystroke. */
export const mostSamples = 200;

/**
 * All samples of an API: the given files', then those of comments in the definition's text, then received
 * messages, then the models' examples. At most 200; no two of one name.
 */
export function samplesOf(
  api: Api,
  text: string,
  files: readonly Sample[],
  received: readonly string[] = [],
): readonly Sample[] {
  const expression = api.routeSelectionExpression;
  const all = [
    ...files,
    ...(expression ? readSampleComments(text, expression).map(({ sample }) => sample) : []),
    ...receivedSamples(received),
    ...api.models.flatMap(readModelExamples),
  ];
  const byName = new Map<string, Sample>();
  for (const sample of all) if (!byName.has(sample.name)) byName.set(sample.name, sample);
  return [...byName.values()].slice(0, mostSamples);
}

// A received message has no name of its own; its text is one that stays while newer messages arrive.
function receivedSamples(received: readonly string[]): Sample[] {
  return received.map((text) => ({ name: l10n.t('received {0}', shorten(text)), text, source: 'received' }));
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
