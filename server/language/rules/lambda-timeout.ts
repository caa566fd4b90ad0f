import * as l10n from '@vscode/l10n';
import { maximumTimeoutInMillis } from '../../../core/limits.ts';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A function that may work longer than API Gateway waits. */
export const lambdaTimeout: Rule = {
  code: 'lambda-timeout',
  severity: 'information',
  check: ({ api, graph, text }) =>
    api.functions
      .filter(({ timeoutInSeconds = 0 }) => timeoutInSeconds * 1000 > maximumTimeoutInMillis)
      .filter((lambda) =>
        graph.routesOf(lambda).some((route) => graph.integrationOf(route)?.integrationType === 'AWS_PROXY'),
      )
      .map((lambda) => ({
        span: placeOf(text, lambda, 'Timeout'),
        message: l10n.t(
          'The function may run {0} s, but after 29 s clients get "Endpoint request timed out"; longer work answers through @connections.',
          lambda.timeoutInSeconds ?? 0,
        ),
      })),
};
