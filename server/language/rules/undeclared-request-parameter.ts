import type { Rule } from './rule.ts';

const source = /^route\.request\.(multivalue)?(header|querystring)\.(.+)$/;

/** A header or query string parameter that is mapped, and that the route does not declare or cannot have. */
export const undeclaredRequestParameter: Rule = {
  code: 'undeclared-request-parameter',
  severity: 'error',
  check: ({ api, graph }) =>
    api.integrations.flatMap((integration) =>
      (integration.parameterMappings ?? []).flatMap(({ value: { value, span } }) => {
        const [, , from, name] = source.exec(value) ?? [];
        if (from === undefined) return [];
        const declarations = [value, `route.request.${from}.${name}`];
        return graph.routesTo(integration).flatMap(({ routeKey, requestParameters, properties }) => {
          if (!routeKey) return [];
          if (routeKey.value !== '$connect') {
            return [
              {
                span,
                message: `Messages of "${routeKey.value}" have no headers and no query string, which only the handshake has; keep the value in $connect, or send it in the message.`,
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
                  message: `The route "$connect" does not declare "${declarations[1]}", so it cannot be mapped; add it to the RequestParameters of the route.`,
                },
              ];
        });
      }),
    ),
};
