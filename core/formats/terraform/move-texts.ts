import type { Span } from '../../span.ts';
import type { Text } from '../../text.ts';

/** How texts of one notation are spelled inside of another. */
export type SpelledInside = Partial<Pick<Text, 'spelling' | 'insideHeredoc'>>;

/**
 * A copy of plain data in which every span and text stands where `at` puts its offsets, and every text is spelled as
 * it is there. A text whose characters do not follow each other there tells where each one stands.
 */
export function moveTexts<Data>(data: Data, at: (offset: number) => number, spelled: SpelledInside): Data;
export function moveTexts(data: unknown, at: (offset: number) => number, spelled: SpelledInside): unknown {
  if (Array.isArray(data)) return data.map((item) => moveTexts<unknown>(item, at, spelled));
  if (typeof data !== 'object' || data === null) return data;
  if ('start' in data && typeof data.start === 'number' && 'end' in data && typeof data.end === 'number') {
    return { start: at(data.start), end: Math.max(at(data.start), at(data.end)) };
  }
  const moved = Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => key !== 'offsets')
      .map(([key, value]: [string, unknown]) => [key, moveTexts(value, at, spelled)]),
  );
  const offsets = offsetsOf(data);
  const { span } = moved as { span?: Span };
  if (!offsets || !span) return moved;
  const inside = (offset: number) => Math.min(Math.max(at(offset), span.start), span.end);
  return { ...moved, ...spelled, offsets: offsets.map(inside) };
}

/** Where the characters of a text stand; undefined for what is no text. */
function offsetsOf(data: object): readonly number[] | undefined {
  if (!('spelling' in data) || !('value' in data) || typeof data.value !== 'string') return undefined;
  if ('offsets' in data && Array.isArray(data.offsets)) return data.offsets as number[];
  if (!('span' in data) || typeof data.span !== 'object' || !data.span || !('start' in data.span))
    return undefined;
  const start = Number(data.span.start);
  return Array.from({ length: data.value.length + 1 }, (_, index) => start + index);
}
