import type { Api } from '../../../core/api.ts';
import { evaluateSamples } from '../evaluate-samples.ts';
import type { KnownFile } from '../known-file.ts';
import type { Mention } from './mention.ts';
import type { OtherPlace } from './place.ts';
import { valuePlace } from './value-place.ts';

/** The value in a sample file that selects a route; without `renamed` where no one value of the message does. */
export type SamplePlace = OtherPlace & Pick<Mention, 'renamed'>;

/** The sample files whose value is a route's key. */
export function samplesThatSelect(file: KnownFile, api: Api, routeKey: string): readonly SamplePlace[] {
  const expression = api.routeSelectionExpression;
  if (!expression) return [];
  return evaluateSamples(api, file.samplesOf(api)).flatMap(({ sample: { source, text, uri }, selection }) => {
    if (source !== 'file' || uri === undefined || selection.value !== routeKey) return [];
    const place = valuePlace(expression.value, text);
    return [
      {
        uri,
        text,
        span: place?.span ?? { start: 0, end: 0 },
        ...(place?.renamed && { renamed: place.renamed }),
      },
    ];
  });
}
