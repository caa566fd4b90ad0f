/** A copy of plain data, such as an `Api`, in which every span and offset stands where an edit has moved it. */
export function moveSpans<Data>(data: Data, move: (offset: number) => number): Data;
export function moveSpans(data: unknown, move: (offset: number) => number): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((item) => moveSpans<unknown>(item, move));
  if ('start' in data && typeof data.start === 'number' && 'end' in data && typeof data.end === 'number')
    return { start: move(data.start), end: move(data.end) };
  const moved: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if (key === '__proto__') continue;
    moved[key] =
      key === 'offsets' && Array.isArray(value)
        ? value.map((offset: number) => move(offset))
        : moveSpans<unknown>(value, move);
  }
  return moved;
}
