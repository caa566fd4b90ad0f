import * as l10n from '@vscode/l10n';
import { handlerFactsOf } from '../handler-facts.ts';
import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** An authorizer that answers as an HTTP handler does. */
export const authorizerResult: Rule = {
  code: 'authorizer-result',
  severity: 'warning',
  check: ({ api, graph, handlerOf, text }) =>
    api.authorizers.flatMap(({ target, span }) => {
      const lambda = graph.functionOf(target);
      const source = lambda && handlerOf(lambda);
      if (!source || !handlerFactsOf(source, lambda.runtime).answersWithStatusOnly) return [];
      return [
        {
          span: lambda.handler?.span ?? firstLine(text, span),
          message: l10n.t(
            'The authorizer "{0}" answers with a status code and no policy, which ends every handshake with 500; return principalId and policyDocument, or throw "Unauthorized".',
            lambda.logicalId,
          ),
        },
      ];
    }),
};
