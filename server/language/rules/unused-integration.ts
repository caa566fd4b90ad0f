import * as l10n from '@vscode/l10n';
import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** An integration that no route runs. */
export const unusedIntegration: Rule = {
  code: 'unused-integration',
  severity: 'information',
  check: ({ api, graph, text }) => {
    // A route whose target the file alone cannot tell may run any.
    if (api.routes.some((route) => route.targetSpan && !graph.integrationOf(route))) return [];
    return (
      api.integrations
        // A framework makes integrations that nobody writes.
        .filter(({ properties }) => properties && !properties['IntegrationType']?.text?.implied)
        .filter((integration) => graph.routesTo(integration).length === 0)
        .map((integration) => ({
          span: firstLine(text, integration.span),
          message: l10n.t(
            'No route of this API runs the integration; name it in the Target of a route, or remove it.',
          ),
          unnecessary: true as const,
        }))
    );
  },
};
