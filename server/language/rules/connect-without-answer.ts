import * as l10n from '@vscode/l10n';
import { handlerFactsOf } from '../handler-facts.ts';
import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A handler of `$connect` that returns nothing. */
export const connectWithoutAnswer: Rule = {
  code: 'connect-without-answer',
  severity: 'warning',
  check: ({ api, graph, handlerOf, text }) =>
    api.functions.flatMap((lambda) => {
      const route = graph.routesOf(lambda).find(({ routeKey }) => routeKey?.value === '$connect');
      if (!route || graph.integrationOf(route)?.integrationType !== 'AWS_PROXY') return [];
      const source = handlerOf(lambda);
      if (!source || !handlerFactsOf(source, lambda.runtime).returnsNothing) return [];
      return [
        {
          span: lambda.handler?.span ?? firstLine(text, lambda.span),
          message: l10n.t(
            'The handler of "{0}" returns nothing, so the handshake fails with 502; return { statusCode: 200 }.',
            lambda.logicalId,
          ),
        },
      ];
    }),
};
