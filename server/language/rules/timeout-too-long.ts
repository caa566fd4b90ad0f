import { maximumTimeoutInMillis, minimumTimeoutInMillis } from '../../../core/limits.ts';
import { placeOf } from './place-of.ts';
import { replaceText } from './replace-text.ts';
import type { Rule } from './rule.ts';

/** A timeout that WebSocket APIs do not allow. */
export const timeoutTooLong: Rule = {
  code: 'timeout-too-long',
  severity: 'error',
  check: ({ api, text }) =>
    api.integrations.flatMap((integration) => {
      const { timeoutInMillis, properties } = integration;
      if (timeoutInMillis === undefined) return [];
      const nearest = Math.min(Math.max(timeoutInMillis, minimumTimeoutInMillis), maximumTimeoutInMillis);
      if (nearest === timeoutInMillis) return [];
      const written = properties?.['TimeoutInMillis']?.text;
      return [
        {
          span: placeOf(text, integration, 'TimeoutInMillis'),
          message: `API Gateway refuses the timeout of ${timeoutInMillis} ms: it should be between ${minimumTimeoutInMillis} ms and ${maximumTimeoutInMillis} ms; longer work answers through @connections.`,
          fixes:
            written?.value === String(timeoutInMillis)
              ? replaceText(`Write ${nearest}`, written, String(nearest))
              : [],
        },
      ];
    }),
};
