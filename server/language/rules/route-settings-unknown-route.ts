import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';

/** Settings for a route that the API does not have. */
export const routeSettingsUnknownRoute: Rule = {
  code: 'route-settings-unknown-route',
  severity: 'error',
  check: ({ api, graph: { routeKeys } }) => {
    if (!routeKeys || routeKeys.size === 0) return [];
    return api.stages
      .flatMap(({ routeSettingKeys }) => routeSettingKeys ?? [])
      .filter(({ value }) => !routeKeys.has(value) && !value.includes('${'))
      .map(({ span, value }) => ({
        span,
        message: l10n.t(
          'API Gateway refuses the stage: it is unable to find Route by key {0} within the provided RouteSettings; the routes are {1}.',
          value,
          [...routeKeys].join(', '),
        ),
      }));
  },
};
