import * as l10n from '@vscode/l10n';
import type { Route } from '../../../core/api.ts';
import type { Span } from '../../../core/span.ts';
import { firstLine } from './place-of.ts';
import type { Finding, Rule, Subject } from './rule.ts';

/** A route that runs nothing. */
export const unresolvedTarget: Rule = {
  code: 'unresolved-target',
  severity: 'warning',
  check: (subject) =>
    subject.api.routes.flatMap((route): Finding[] => {
      const { properties, routeKey } = route;
      const integration = subject.graph.integrationOf(route);
      if (
        integration?.properties &&
        integration.integrationType === 'AWS_PROXY' &&
        integration.target.kind === 'none'
      ) {
        return [
          {
            span: routeKey?.span ?? firstLine(subject.text, route.span),
            message: l10n.t(
              'The integration of the route names no function, so every call fails with "Internal server error"; say which function it calls.',
            ),
          },
        ];
      }
      const malformed = malformedTarget(route, subject);
      if (malformed) {
        return [
          {
            span: malformed,
            message: l10n.t(
              'API Gateway refuses this target as unexpected or malformed: the correct format is integrations/<integration_id>.',
            ),
          },
        ];
      }
      // What a route does without target is of no consequence where nobody waits for an answer.
      if (!properties || routeKey?.value === '$connect' || routeKey?.value === '$disconnect') return [];
      if (properties['Target'] || route.integration !== undefined || route.targetSpan) return [];
      return [
        {
          span: routeKey?.span ?? firstLine(subject.text, route.span),
          message: l10n.t(
            'The route runs nothing, so clients get "Internal server error"; give it a Target such as integrations/<integration_id>.',
          ),
        },
      ];
    }),
};

function malformedTarget(
  { properties, targetSpan, integration }: Route,
  { text }: Subject,
): Span | undefined {
  const written = properties?.['Target']?.text;
  if (written && !/^integrations\/|^\$\{|^\W*$/.test(written.value)) return written.span;
  if (!targetSpan || integration === undefined) return undefined;
  const source = text.slice(targetSpan.start, targetSpan.end);
  const found = bareId.exec(source);
  return found && (found[1] ?? integration) === integration ? targetSpan : undefined;
}

/** The id of an integration alone, as CloudFormation, Terraform or the CDK refers to it. */
const bareId =
  /^(?:(?:!Ref\s+|\{?\s*"?Ref"?\s*:\s*)["']?(\w+)["']?\s*\}?|aws_apigatewayv2_integration\.[\w-]+(?:\[[^\][]*\])?\.id|(?:(?:this|self)\.)?\w+\.ref)$/;
