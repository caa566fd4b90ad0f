import type { Problem } from '../problem.ts';

/** A JSONPath, understood as far as it can be. */
export interface JsonPath {
  readonly steps: readonly (string | number)[];
  readonly definite: boolean;
  readonly problems: readonly Problem[];
}

/** Understands a JSONPath that begins with `$`; never throws. */
export function parseJsonPath(path: string): JsonPath {
  const steps: (string | number)[] = [];
  const step = /\.([^.[\s]+)|\['([^']*)'\]|\["([^"]*)"\]|\[(-?\d+)\]/y;
  step.lastIndex = 1;
  while (step.lastIndex < path.length) {
    const start = step.lastIndex;
    const match = step.exec(path);
    if (!match) {
      return {
        steps,
        definite: false,
        problems: [{ message: 'This is not a JSONPath that AWS reads.', span: { start, end: path.length } }],
      };
    }
    const [, dotted, single, double, index] = match;
    steps.push(index === undefined ? (dotted ?? single ?? double ?? '') : Number(index));
  }
  return { steps, definite: true, problems: [] };
}
