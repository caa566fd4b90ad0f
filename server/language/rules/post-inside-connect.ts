import * as l10n from '@vscode/l10n';
import { handlerFactsOf } from '../handler-facts.ts';
import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A handler that posts to a connection before that exists. */
export const postInsideConnect: Rule = {
  code: 'post-inside-connect',
  severity: 'warning',
  check: ({ api, graph, handlerOf, text }) =>
    api.functions.flatMap((lambda) => {
      const routes = graph.routesOf(lambda);
      // A handler of several routes may post on the others only.
      if (routes.length === 0 || routes.some(({ routeKey }) => routeKey?.value !== '$connect')) return [];
      const source = handlerOf(lambda);
      if (!source || !handlerFactsOf(source, lambda.runtime).postsToCaller) return [];
      const [route] = routes;
      return [
        {
          span: route?.targetSpan ?? lambda.handler?.span ?? firstLine(text, lambda.span),
          message: l10n.t(
            'The handler of "{0}" posts to the connection that $connect is about to make, which fails with 410 GoneException; let the client send a first message, or post from another function afterwards.',
            lambda.logicalId,
          ),
        },
      ];
    }),
};
