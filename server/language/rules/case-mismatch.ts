import * as l10n from '@vscode/l10n';
import type { Evaluation } from '../evaluate-samples.ts';
import { replaceText } from './replace-text.ts';
import type { Rule } from './rule.ts';

/** A sample's value is a route key but for upper and lower case. */
export const caseMismatch: Rule = {
  code: 'case-mismatch',
  severity: 'warning',
  check: ({ api, evaluations }) => {
    const unmatched = unmatchedByLowerCase(evaluations);
    if (unmatched.size === 0) return [];
    return api.routes.flatMap(({ routeKey }) => {
      const other = routeKey && unmatched.get(routeKey.value.toLowerCase());
      const value = other?.selection.value;
      if (!routeKey || !other || !value || value === routeKey.value) return [];
      return [
        {
          span: routeKey.span,
          message: l10n.t(
            'The sample "{0}" gives "{1}", which does not select "{2}": route keys are case-sensitive.',
            other.sample.name,
            value,
            routeKey.value,
          ),
          fixes: replaceText(l10n.t('Rename the route key to "{0}"', value), routeKey, value),
        },
      ];
    });
  },
};

/** The first sample of each value counts. */
function unmatchedByLowerCase(evaluations: readonly Evaluation[]): ReadonlyMap<string, Evaluation> {
  const found = new Map<string, Evaluation>();
  for (const one of evaluations) {
    const { value, reason } = one.selection;
    const key = value?.toLowerCase() ?? '';
    if (reason !== 'matched' && key !== '' && !found.has(key)) found.set(key, one);
  }
  return found;
}
