import assert from 'node:assert/strict';
import type { Reading } from '../../core/formats/formats.ts';

/** What a reading says, without what the next reading may keep. */
export function saidBy({ apis, problems }: Reading): unknown {
  return { apis, problems };
}

/** Every span, and every offset of a text, stands in a document of that length. */
export function assertPlaces(said: unknown, length: number): void {
  if (typeof said !== 'object' || said === null) return;
  if ('start' in said && 'end' in said) {
    const { start, end } = said;
    assert.ok(
      typeof start === 'number' && typeof end === 'number' && start >= 0 && start <= end && end <= length,
      `A place from ${String(start)} to ${String(end)} in a document of ${length} characters.`,
    );
    return;
  }
  if ('offsets' in said && Array.isArray(said.offsets)) {
    assert.ok(said.offsets.every((offset) => offset >= 0 && offset <= length));
  }
  for (const value of Object.values(said)) assertPlaces(value, length);
}

/** Both say the same; the message has the first place where they do not, because readings are long. */
export function assertSame(said: unknown, expected: unknown, path = ''): void {
  if (typeof said === 'object' && typeof expected === 'object' && said !== null && expected !== null) {
    const other = new Map(Object.entries(expected));
    const keys = new Set([...Object.keys(said), ...other.keys()]);
    const one = new Map(Object.entries(said));
    for (const key of keys) assertSame(one.get(key), other.get(key), `${path}.${key}`);
    return;
  }
  assert.ok(Object.is(said, expected), `${path} is ${JSON.stringify(said)}, not ${JSON.stringify(expected)}`);
}
