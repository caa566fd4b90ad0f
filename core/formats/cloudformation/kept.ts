import { moveSpans } from '../move-spans.ts';
import type { Chunk } from './chunk.ts';
import type { Kept, Lookups, Resource, Template } from './template.ts';

/**
 * What `read` makes of a resource: of the resource alone and what it looks up in the template. It is made again only if
 * one of these changed; otherwise what was made before is moved to where the resource stands now.
 */
export function keep<Part>(
  resource: Resource,
  template: Template,
  read: (resource: Resource, template: Template) => Part,
): Part {
  const { keeper } = resource;
  const { lookups } = template;
  if (!keeper || !lookups) return read(resource, template);
  const before = keeper.kept.get(read);
  if (before && stillHolds(before, lookups)) {
    const placed = placedAgain(before);
    keeper.kept.set(read, placed);
    note(placed.uses, lookups);
    // Under a function stands what that function made.
    return placed.part as Part;
  }
  const outer = lookups.current;
  const found = new Map<string, unknown>();
  lookups.current = found;
  const part = read(resource, template);
  lookups.current = outer;
  const uses = [...found];
  note(uses, lookups);
  const places = placesOf(part, keeper.chunk, template.chunks);
  if (places) keeper.kept.set(read, { part, uses, places });
  else keeper.kept.delete(read);
  return part;
}

/** What a part looked up that another is made of, the other looked up too. */
function note(uses: Kept['uses'], { current }: Lookups): void {
  if (current) for (const [key, found] of uses) current.set(key, found);
}

function stillHolds({ uses, places }: Kept, lookups: Lookups): boolean {
  for (const [key, found] of uses) if (lookups.find(key) !== found) return false;
  return places.length === 1 || places.every(({ chunk }) => lookups.chunks.has(chunk));
}

function placedAgain(kept: Kept): Kept {
  if (kept.places.every(({ chunk, start }) => chunk.start === start)) return kept;
  const part = moveSpans(kept.part, (offset) => {
    const place = kept.places.find(({ chunk, start }) => isIn(offset, start, chunk));
    return place ? place.chunk.start + offset - place.start : offset;
  });
  return { ...kept, part, places: kept.places.map(({ chunk }) => ({ chunk, start: chunk.start })) };
}

/** The chunks that a part has places in; undefined where one is in none, as in another file. */
function placesOf(part: unknown, own: Chunk, chunks: readonly Chunk[]): Kept['places'] | undefined {
  const others = new Set<Chunk>();
  let isElsewhere = false;
  moveSpans(part, (offset) => {
    if (isIn(offset, own.start, own) || [...others].some((chunk) => isIn(offset, chunk.start, chunk))) {
      return offset;
    }
    const chunk = chunks.findLast(({ start }) => start <= offset);
    if (chunk && chunk.reusable && isIn(offset, chunk.start, chunk)) others.add(chunk);
    else isElsewhere = true;
    return offset;
  });
  return isElsewhere ? undefined : [own, ...others].map((chunk) => ({ chunk, start: chunk.start }));
}

function isIn(offset: number, start: number, { text }: Chunk): boolean {
  return offset >= start && offset <= start + text.length;
}
