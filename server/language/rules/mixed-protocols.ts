import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** Parts of an HTTP API in a WebSocket API, or a domain that both share. */
export const mixedProtocols: Rule = {
  code: 'mixed-protocols',
  severity: 'error',
  check: ({ api, text }) => [
    ...api.routes.flatMap(({ routeKey }) => {
      if (!routeKey || !/^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) \//.test(routeKey.value)) return [];
      return [
        {
          span: routeKey.span,
          message: l10n.t(
            '"{0}" is a route of HTTP APIs, which no message of a WebSocket API selects; one API cannot serve both.',
            routeKey.value,
          ),
        },
      ];
    }),
    ...(api.mappings ?? [])
      .filter(({ sharedWithHttp }) => sharedWithHttp)
      .map((mapping) => ({
        span: placeOf(text, mapping),
        message: l10n.t(
          'A custom domain of a WebSocket API cannot be shared with REST or HTTP APIs; give it a domain name of its own.',
        ),
      })),
  ],
};
