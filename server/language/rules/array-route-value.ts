import * as l10n from '@vscode/l10n';
import { sourceSpan } from '../../../core/text.ts';
import type { Rule } from './rule.ts';

/** A path in the route selection expression that gives a list, even where it finds one value. */
export const arrayRouteValue: Rule = {
  code: 'array-route-value',
  severity: 'warning',
  check: ({ expressions }) =>
    expressions
      .filter(({ kind, expression }) => kind === 'route selection' && expression.problems.length === 0)
      .flatMap(({ text, expression }) =>
        expression.parts.flatMap((part) => {
          if (part.kind !== 'variable' || part.definite) return [];
          return [
            {
              span: sourceSpan(text, part.span),
              message: l10n.t(
                'This path gives a list such as `["join"]` even where it finds one value, and no route key equals that; use a path that names one value.',
              ),
            },
          ];
        }),
      ),
};
