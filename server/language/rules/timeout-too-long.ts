import * as l10n from '@vscode/l10n';
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
          message: l10n.t(
            'API Gateway refuses the timeout of {0} ms: it should be between {1} ms and {2} ms; longer work answers through @connections.',
            timeoutInMillis,
            minimumTimeoutInMillis,
            maximumTimeoutInMillis,
          ),
          fixes:
            written?.value === String(timeoutInMillis)
              ? replaceText(l10n.t('Write {0}', nearest), written, String(nearest))
              : [],
        },
      ];
    }),
};
