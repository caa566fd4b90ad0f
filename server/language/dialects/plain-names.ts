import { lineStart } from '../../../core/lines.ts';
import type { Dialect } from './dialect.ts';

/** Formats of which no more is known than that a part is referred to by its name as a whole word. */
export const plainNames: Dialect = {
  references(text, logicalId) {
    if (!/^[\w$-]+$/.test(logicalId)) return [];
    const name = new RegExp(
      String.raw`(?<![\w$-])${logicalId.replaceAll('$', String.raw`\$`)}(?![\w$-])`,
      'g',
    );
    return [...text.matchAll(name)]
      .filter(({ index }) => !/(?:^\s*|\s)(?:#|\/\/)/.test(text.slice(lineStart(text, index), index)))
      .map(({ index }) => ({ start: index, end: index + logicalId.length }));
  },
};
