import * as l10n from '@vscode/l10n';
import { firstLine } from './place-of.ts';
import type { Rule } from './rule.ts';

/** An authorizer that decides nothing, so that every handshake is let through. */
export const unusedAuthorizer: Rule = {
  code: 'unused-authorizer',
  severity: 'warning',
  check: ({ api, text }) => {
    const used = new Set(api.routes.map(({ authorizer }) => authorizer));
    const isUnclear = api.routes.some(
      ({ authorizer, authorizationType, properties }) =>
        (authorizer === undefined && authorizationType === 'CUSTOM') ||
        (properties?.['AuthorizerId'] !== undefined &&
          !api.authorizers.some((one) => one.logicalId === authorizer)),
    );
    if (isUnclear) return [];
    return api.authorizers
      .filter(({ logicalId }) => !used.has(logicalId))
      .map(({ span }) => ({
        span: firstLine(text, span),
        message: l10n.t(
          'No route uses the authorizer, so it is never asked; set AuthorizationType and AuthorizerId of the $connect route.',
        ),
        unnecessary: true as const,
      }));
  },
};
