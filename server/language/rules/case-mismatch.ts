import { encodeIn } from '../../../core/text.ts';
import type { Rule } from './rule.ts';

/** A sample's value is a route key but for upper and lower case. */
export const caseMismatch: Rule = {
  code: 'case-mismatch',
  severity: 'warning',
  check: ({ api, evaluations }) =>
    api.routes.flatMap(({ routeKey }) => {
      if (!routeKey) return [];
      const other = evaluations.find(
        ({ selection: { value, reason } }) =>
          reason !== 'matched' && value?.toLowerCase() === routeKey.value.toLowerCase(),
      );
      const value = other?.selection.value;
      if (!other || !value || value === routeKey.value) return [];
      return [
        {
          span: routeKey.span,
          message: `The sample "${other.sample.name}" gives "${value}", which does not select "${routeKey.value}": route keys are case-sensitive.`,
          fixes: [
            {
              title: `Rename the route key to "${value}"`,
              edits: [{ span: routeKey.span, newText: encodeIn(routeKey, value) }],
            },
          ],
        },
      ];
    }),
};
