import * as l10n from '@vscode/l10n';
import type { PolicyStatement } from '../../../core/api.ts';
import { standsIn } from '../stands-in.ts';
import { replaceText } from './replace-text.ts';
import type { Finding, Rule } from './rule.ts';

const needed = 'execute-api:ManageConnections';

/** A policy that was meant to allow calls to `@connections` and does not. */
export const iamAction: Rule = {
  code: 'iam-action',
  severity: 'warning',
  check: ({ api }) => (api.policies ?? []).flatMap((one) => [...wrongAction(one), ...oneConnection(one)]),
};

function wrongAction({ actions, resources }: PolicyStatement): Finding[] {
  const manages = actions.some(({ value }) => isAllowedBy(value));
  if (manages || !resources.some((resource) => resource.includes('@connections'))) return [];
  return actions
    .filter(({ value }) => /^execute-api:invoke$/i.test(value))
    .map((action) => ({
      span: action.span,
      message: l10n.t(
        'execute-api:Invoke does not allow calls to @connections, which are answered with 403; the action is {0}.',
        needed,
      ),
      fixes: replaceText(l10n.t('Write {0}', needed), action, needed),
    }));
}

function oneConnection({ actions, resources, resourceSpan, span }: PolicyStatement): Finding[] {
  const manages = actions.some(({ value }) => isAllowedBy(value));
  const narrow = resources.find((resource) => /@connections\/(?!\*|\{connectionId\}$)/.test(resource));
  if (!manages || narrow === undefined) return [];
  return [
    {
      span: resourceSpan ?? span,
      message: l10n.t(
        'A policy cannot name one connection: API Gateway compares it with the text "@connections/{connectionId}"; end the resource with /@connections/*.',
      ),
    },
  ];
}

/** Names of actions may be written in any case. */
function isAllowedBy(action: string): boolean {
  return standsIn(action.toLowerCase().split('*'), needed.toLowerCase());
}
