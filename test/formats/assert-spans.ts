import assert from 'node:assert/strict';
import type { Reading } from '../../core/formats/formats.ts';

/** Every span of a reading must be inside its text. */
export function assertSpans({ apis, problems }: Pick<Reading, 'apis' | 'problems'>, length: number): void {
  const check = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('start' in value && 'end' in value) {
      const { start, end } = value as { start: number; end: number };
      assert.ok(start >= 0 && start <= end && end <= length, `${start} to ${end} of ${length}`);
    } else Object.values(value).forEach(check);
  };
  check(apis);
  check(problems);
}
