import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A route that runs nothing. */
export const unresolvedTarget: Rule = {
  code: 'unresolved-target',
  severity: 'warning',
  check: ({ api, graph, text }) =>
    api.routes.flatMap((route) => {
      const { properties, routeKey } = route;
      const integration = graph.integrationOf(route);
      if (
        integration?.properties &&
        integration.integrationType === 'AWS_PROXY' &&
        integration.target.kind === 'none'
      ) {
        return [
          {
            span: routeKey?.span ?? firstLine(text, route.span),
            message: `The integration of the route names no function, so every call fails with "Internal server error"; say which function it calls.`,
          },
        ];
      }
      // What a route does without target is of no consequence where nobody waits for an answer.
      if (!properties || routeKey?.value === '$connect' || routeKey?.value === '$disconnect') return [];
      const target = properties['Target'];
      if (!target && route.integration === undefined && !route.targetSpan) {
        return [
          {
            span: routeKey?.span ?? firstLine(text, route.span),
            message: `The route runs nothing, so clients get "Internal server error"; give it a Target such as integrations/<integration_id>.`,
          },
        ];
      }
      const written = target?.text;
      if (!written || /^integrations\/|^\$\{|^\W*$/.test(written.value)) return [];
      return [
        {
          span: written.span,
          message:
            'API Gateway refuses this target as unexpected or malformed: the correct format is integrations/<integration_id>.',
        },
      ];
    }),
};
