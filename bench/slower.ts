import { Bench } from 'tinybench';

const rounds = 9;
let sink: unknown;

/**
 * How many times slower the first task is than the second: the median of several rounds in which both take turns,
 * so that a busy machine slows both.
 */
export async function slower(one: () => unknown, other: () => unknown): Promise<number> {
  const repeats = repeatsFor(other);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const bench = new Bench({ time: 50, iterations: 5, warmupTime: 10, warmupIterations: 2 });
    bench.add('one', repeated(one, repeats)).add('other', repeated(other, repeats));
    const [first, second] = (await bench.run()).map(({ result }) =>
      'latency' in result ? result.latency.p50 : NaN,
    );
    ratios.push((first ?? NaN) / (second ?? NaN));
  }
  return ratios.toSorted((left, right) => left - right)[rounds >> 1] ?? NaN;
}

/** How often a call is repeated inside a measurement, so that reading the clock does not count. */
function repeatsFor(task: () => unknown): number {
  const start = performance.now();
  for (let count = 0; count < 20; count++) sink = task();
  const microseconds = ((performance.now() - start) / 20) * 1000;
  return Math.max(1, Math.min(1000, Math.round(200 / microseconds)));
}

function repeated(task: () => unknown, repeats: number): () => void {
  return () => {
    for (let count = 0; count < repeats; count++) sink = task();
    if (sink === repeated)
      throw new Error('Nothing gives this value; it only keeps the work from being dropped.');
  };
}
