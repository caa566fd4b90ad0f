import * as l10n from '@vscode/l10n';
import { handlerFactsOf } from '../handler-facts.ts';
import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A handler that calls `@connections` by an address of its own making, with an id as it is. */
export const connectionIdEncoding: Rule = {
  code: 'connection-id-encoding',
  severity: 'warning',
  check: ({ api, handlerOf, text }) =>
    api.functions.flatMap((lambda) => {
      const source = handlerOf(lambda);
      if (!source || !handlerFactsOf(source, lambda.runtime).leavesIdUnencoded) return [];
      return [
        {
          span: lambda.handler?.span ?? firstLine(text, lambda.span),
          message: l10n.t(
            'The handler of "{0}" writes the connection id into the address as it is; encode it, as its "=" makes the signature wrong and the call is answered with 403.',
            lambda.logicalId,
          ),
        },
      ];
    }),
};
