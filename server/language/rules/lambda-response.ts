import * as l10n from '@vscode/l10n';
import { handlerFactsOf } from '../handler-facts.ts';
import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A handler that answers with properties that API Gateway does not know. */
export const lambdaResponse: Rule = {
  code: 'lambda-response',
  severity: 'warning',
  check: ({ api, graph, handlerOf, text }) =>
    api.functions.flatMap((lambda) => {
      const [route] = graph.routesOf(lambda);
      const isProxy = route && graph.integrationOf(route)?.integrationType === 'AWS_PROXY';
      const source = isProxy && !lambda.properties?.['Events'] ? handlerOf(lambda) : undefined;
      const [name] = source ? handlerFactsOf(source, lambda.runtime).unknownResponseKeys : [];
      if (name === undefined) return [];
      return [
        {
          span: lambda.handler?.span ?? firstLine(text, lambda.span),
          message: l10n.t(
            'The handler of "{0}" answers with "{1}" beside statusCode, and clients get "Internal server error"; an answer has statusCode, headers, multiValueHeaders, body and isBase64Encoded only.',
            lambda.logicalId,
            name,
          ),
        },
      ];
    }),
};
