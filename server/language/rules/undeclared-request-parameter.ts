import * as l10n from '@vscode/l10n';
import { declareParameter } from '../actions/declare-request-parameter.ts';
import type { Fix, Rule } from './rule.ts';

const source = /^route\.request\.(multivalue)?(header|querystring)\.(.+)$/;

/** A header or query string parameter that is mapped, and that the route does not declare or cannot have. */
export const undeclaredRequestParameter: Rule = {
  code: 'undeclared-request-parameter',
  severity: 'error',
  check: ({ api, graph, text }) =>
    api.integrations.flatMap((integration) =>
      (integration.parameterMappings ?? []).flatMap(({ value: { value, span } }) => {
        const [, , from, name] = source.exec(value) ?? [];
        if (from === undefined) return [];
        const declaration = `route.request.${from}.${name}`;
        const declarations = [value, declaration];
        return graph.routesTo(integration).flatMap(({ routeKey, requestParameters, properties }) => {
          if (!routeKey) return [];
          if (routeKey.value !== '$connect') {
            return [
              {
                span,
                message: l10n.t(
                  'Messages of "{0}" have no headers and no query string, which only the handshake has; keep the value in $connect, or send it in the message.',
                  routeKey.value,
                ),
              },
            ];
          }
          const isKnown = requestParameters !== undefined || !properties?.['RequestParameters'];
          const isDeclared = declarations.some((one) => requestParameters?.[one] !== undefined);
          return isDeclared || !isKnown
            ? []
            : [
                {
                  span,
                  message: l10n.t(
                    'The route "$connect" does not declare "{0}", so it cannot be mapped; add it to the RequestParameters of the route.',
                    declaration,
                  ),
                  fixes: fixesOf(declareParameter(api, text, declaration)),
                },
              ];
        });
      }),
    ),
};

function fixesOf(fix: Fix | undefined): readonly Fix[] {
  return fix ? [fix] : [];
}
