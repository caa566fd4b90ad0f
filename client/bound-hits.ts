import { maxTrafficCharacters } from '../core/contracts/panel.ts';
import type { Hit } from '../core/routing/trace.ts';

/** The longest detail of a step that is kept, in characters. */
const maxDetail = 256 * 1024;

/** The newest hits: at most so many, and no more than the traffic may have characters; always the newest one. */
export function boundHits(hits: Hit[], maxHits: number): Hit[] {
  let first = Math.max(0, hits.length - maxHits);
  let characters = 0;
  for (let index = hits.length - 1; index >= first; index--) {
    characters += charactersOf(hits[index]);
    if (characters > maxTrafficCharacters) first = Math.min(index + 1, hits.length - 1);
  }
  return first === 0 ? hits : hits.slice(first);
}

/** The hit with no detail above `maxDetail`, and a remark at the end of those that were cut. */
export function cutDetails(hit: Hit): Hit {
  if (!hit.steps.some(({ detail }) => (detail?.length ?? 0) > maxDetail)) return hit;
  const steps = hit.steps.map((step) => {
    const { detail } = step;
    if (detail === undefined || detail.length <= maxDetail) return step;
    return {
      ...step,
      detail: `${detail.slice(0, maxDetail)}\n… ${detail.length - maxDetail} more characters`,
    };
  });
  return { ...hit, steps };
}

function charactersOf(hit: Hit | undefined): number {
  if (!hit) return 0;
  return hit.steps.reduce(
    (sum, { text, detail = '' }) => sum + text.length + detail.length,
    hit.message.length,
  );
}
