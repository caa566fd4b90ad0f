/** A comparison; without a goal it is only told. */
export interface Row {
  readonly text: string;
  readonly value: number;
  readonly goal?: { readonly text: string; readonly met: boolean };
}

/** Prints a comparison in a line. */
export function print({ text, value, goal }: Row): void {
  const verdict = goal ? `${goal.text.padEnd(12)}  ${goal.met ? 'met' : 'MISSED'}` : '';
  console.log(`${text.padEnd(76)}${value.toFixed(2).padStart(10)}  ${verdict}`.trimEnd());
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}

/** The value that so many of a hundred do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
