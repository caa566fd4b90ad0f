import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** Models that no expression selects. */
export const modelSelectionMissing: Rule = {
  code: 'model-selection-missing',
  severity: 'warning',
  check: ({ api, text }) =>
    api.routes
      .filter(
        ({ modelSelectionExpression, properties, requestModels }) =>
          !modelSelectionExpression &&
          !properties?.['ModelSelectionExpression'] &&
          Object.keys(requestModels ?? {}).length > 0,
      )
      .map((route) => ({
        span: placeOf(text, route, 'RequestModels'),
        message: l10n.t(
          'Without a ModelSelectionExpression the models validate nothing; add one, such as $request.body.action.',
        ),
      })),
};
