import * as l10n from '@vscode/l10n';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A private integration that does not say through which link. */
export const vpcLinkConnection: Rule = {
  code: 'vpc-link-connection',
  severity: 'error',
  check: ({ api, text }) =>
    api.integrations
      .filter(
        ({ properties }) =>
          properties?.['ConnectionType']?.text?.value === 'VPC_LINK' && !properties['ConnectionId'],
      )
      .map((integration) => ({
        span: placeOf(text, integration, 'ConnectionType'),
        message: l10n.t(
          'API Gateway refuses the integration: ConnectionId must be set to the id of the VPC link for ConnectionType VPC_LINK.',
        ),
      })),
};
