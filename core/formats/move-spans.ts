/** A copy of plain data, such as an `Api`, in which every span and offset stands where an edit has moved it. */
export function moveSpans<Data>(data: Data, move: (offset: number) => number): Data;
export function moveSpans(data: unknown, move: (offset: number) => number): unknown {
  if (Array.isArray(data)) return data.map((item) => moveSpans<unknown>(item, move));
  if (typeof data !== 'object' || data === null) return data;
  if ('start' in data && typeof data.start === 'number' && 'end' in data && typeof data.end === 'number')
    return { start: move(data.start), end: move(data.end) };
  return Object.fromEntries(
    Object.entries(data).map(([key, value]: [string, unknown]) => [
      key,
      key === 'offsets' && Array.isArray(value)
        ? value.map((offset: number) => move(offset))
        : moveSpans(value, move),
    ]),
  );
}
