/** About a tenth of a second of steps. */
const mostSteps = 1e8;

/**
 * Whether a regular expression surely answers soon for texts of that length: no group is repeated, and the
 * repetitions that can divide a text among them are few enough for it.
 */
export function isQuickPattern(pattern: string, length: number): boolean {
  if (/\)[*+{]/.test(pattern)) return false;
  const repetitions = pattern.match(/[*+]|\{\d*,|(?<!\()\?/g)?.length ?? 0;
  return length ** repetitions <= mostSteps;
}
