import * as l10n from '@vscode/l10n';
import {
  maximumAuthorizers,
  maximumIntegrations,
  maximumRoutes,
  maximumStages,
} from '../../../core/limits.ts';
import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** More parts than an API may have unless AWS raises the quota. */
export const tooManyParts: Rule = {
  code: 'too-many-parts',
  severity: 'warning',
  check: ({ api, text }) =>
    (
      [
        ['routes', api.routes.length, maximumRoutes],
        ['integrations', api.integrations.length, maximumIntegrations],
        ['stages', api.stages.length, maximumStages],
        ['authorizers', api.authorizers.length, maximumAuthorizers],
      ] as const
    )
      .filter(([, count, most]) => count > most)
      .map(([name, count, most]) => ({
        span: firstLine(text, api.span),
        message: l10n.t(
          'The API has {0} {1}, and AWS allows {2} unless it raises the quota of the account.',
          count,
          name,
          most,
        ),
      })),
};
