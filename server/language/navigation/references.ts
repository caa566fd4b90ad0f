import type { KnownFile } from '../known-file.ts';
import type { Place } from './place.ts';
import { samplesThatSelect } from './samples-of-key.ts';
import { testsThatMention } from './test-files.ts';
import { thingAt } from './thing.ts';

/**
 * Every place that names what stands at an offset; of a route key also the sample files that select it and the
 * tests that mention it.
 */
export async function referencesAt(
  file: KnownFile,
  offset: number,
  withDefinition: boolean,
  textOf: (uri: string) => string | undefined,
): Promise<readonly Place[]> {
  const thing = thingAt(file, offset);
  if (!thing) return [];
  const own = thing.mentions.filter(({ isDefinition }) => withDefinition || !isDefinition);
  if (thing.kind !== 'route key') return own;
  const tests = file.root === undefined ? [] : await testsThatMention(file.root, thing.name, textOf);
  return [...own, ...samplesThatSelect(file, thing.api, thing.name), ...tests];
}
