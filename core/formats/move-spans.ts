/** A copy of plain data, such as an `Api`, in which every span and offset stands where an edit has moved it. */
export function moveSpans<Data>(data: Data, move: (offset: number) => number): Data;
export function moveSpans(data: unknown, move: (offset: number) => number): unknown {
  if (Array.isArray(data)) return data.map((item) => moveSpans<unknown>(item, move));
  if (typeof data !== 'object' || data === null) return data;
  if ('start' in data && typeof data.start === 'number' && 'end' in data && typeof data.end === 'number')
    return { start: move(data.start), end: move(data.end) };
  const moved: Record<string, unknown> = {};
  for (const key in data) {
    // A key of somebody's file: it is a property, whatever its name.
    if (key === '__proto__') continue;
    const value = (data as Readonly<Record<string, unknown>>)[key];
    // Most values are texts; to look no closer at them is most of the speed.
    if (typeof value !== 'object') moved[key] = value;
    else if (key === 'offsets' && Array.isArray(value)) moved[key] = value.map((at: number) => move(at));
    else moved[key] = moveSpans<unknown>(value, move);
  }
  return moved;
}
