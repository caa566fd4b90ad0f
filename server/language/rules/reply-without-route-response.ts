import * as l10n from '@vscode/l10n';
import type { LambdaFunction } from '../../../core/api.ts';
import { twoWayFixes } from '../actions/make-two-way.ts';
import { handlerFactsOf } from '../handler-facts.ts';
import { firstLine } from './place-of.ts';
import type { Rule, Subject } from './rule.ts';

/** A handler that answers on routes whose answers nobody gets. */
export const replyWithoutRouteResponse: Rule = {
  code: 'reply-without-route-response',
  severity: 'information',
  check: (subject) =>
    subject.api.functions.flatMap((lambda) => {
      const [first, ...others] = oneWayRoutes(subject, lambda);
      const source = first && subject.handlerOf(lambda);
      if (!source || !handlerFactsOf(source, lambda.runtime).returnsBody) return [];
      const keys = [first, ...others].map(({ routeKey }) => routeKey?.value).join(', ');
      return [
        {
          span: first.targetSpan ?? firstLine(subject.text, first.span),
          message: l10n.t(
            'The handler of "{0}" returns a body, but clients do not get it on {1}: such a route needs a RouteResponse with the key "$default", or the handler posts to @connections.',
            lambda.logicalId,
            keys,
          ),
          fixes: others.length === 0 ? twoWayFixes(subject.api, first, subject.text) : [],
        },
      ];
    }),
};

/** None for a function that has a two-way route, or that other events call too: the body can be meant for those. */
function oneWayRoutes({ graph }: Subject, lambda: LambdaFunction): ReturnType<Subject['graph']['routesOf']> {
  const messages = graph
    .routesOf(lambda)
    .filter(({ routeKey }) => routeKey && !['$connect', '$disconnect'].includes(routeKey.value));
  const isTwoWay = messages.some(
    (route) => route.routeResponseKeys.length > 0 || route.routeResponseSelectionExpression,
  );
  const isProxy = messages.every((route) => graph.integrationOf(route)?.integrationType === 'AWS_PROXY');
  return isTwoWay || !isProxy || lambda.properties?.['Events'] ? [] : messages;
}
