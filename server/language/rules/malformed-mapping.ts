import { parseMappings } from '../../../core/expression/mapping.ts';
import { type ExpressionKind, isMappingKind, type MappingKind } from '../../../core/expression/variables.ts';
import { sourceSpan } from '../../../core/text.ts';
import { isTemplate } from '../places.ts';
import type { Finding, Rule } from './rule.ts';

/** A parameter mapping with a path, name or target that API Gateway cannot read; sources have rules of their own. */
export const malformedMapping: Rule = {
  code: 'malformed-mapping',
  severity: 'error',
  check: ({ places }) =>
    places.flatMap((place): Finding[] => {
      if (isTemplate(place)) return [];
      const { kind, text } = place;
      // What has references of the file's own language, the file alone cannot tell.
      if (!isMapping(kind) || text.value.includes('${')) return [];
      return parseMappings(text.value, kind)
        .filter((mapping) => mapping.kind !== 'unknown' || kind === 'request parameter target')
        .flatMap(({ problems }) =>
          problems.map(({ message, span }) => ({ message, span: sourceSpan(text, span) })),
        );
    }),
};

function isMapping(kind: ExpressionKind): kind is MappingKind {
  return isMappingKind(kind) && kind !== 'identity source';
}
