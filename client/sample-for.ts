import type { RoutedSample } from '../core/contracts/language.ts';
import type { CommandTarget } from './views/tree-node.ts';

/** The sample that a command means: the named one, or the first that takes the route, or the current one. */
export function sampleFor(
  samples: readonly RoutedSample[],
  { sample, routeKey }: CommandTarget,
): RoutedSample | undefined {
  if (sample !== undefined) return samples.find(({ name }) => name === sample);
  if (routeKey !== undefined) return samples.find(({ route }) => route === routeKey);
  return samples[0];
}
