import type { Api } from '../../../core/api.ts';
import { lineEnd } from '../../../core/lines.ts';
import type { Edit } from '../rules/rule.ts';
import { insertion, trimmed } from './block.ts';
import type { Dialect } from './dialect.ts';
import { plainNames } from './plain-names.ts';

/** Architect's own notation, where a route is a line of `@ws`. */
export const architect: Dialect = { ...plainNames, firstRoute };

/** The routes that are always there are written nowhere, so there is none to copy. */
function firstRoute({ span }: Api, text: string, routeKeys: readonly string[]): Edit[] | undefined {
  if (text.charAt(span.start - 1) !== '@') return undefined;
  const { end } = trimmed(text, { start: span.start, end: lineEnd(text, span.end) });
  return [insertion(end, routeKeys.map((key) => `\n${key}`).join(''))];
}
