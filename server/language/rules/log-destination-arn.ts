import * as l10n from '@vscode/l10n';
import { replaceText } from './replace-text.ts';
import type { Rule } from './rule.ts';

/** The ARN of a log group as CloudWatch Logs shows it, with `:*` at its end. */
export const logDestinationArn: Rule = {
  code: 'log-destination-arn',
  severity: 'error',
  check: ({ api }) =>
    api.stages.flatMap(({ accessLogDestination: destination }) => {
      if (!destination?.value.endsWith(':*')) return [];
      return [
        {
          span: destination.span,
          message: l10n.t(
            "API Gateway refuses this ARN: the access log destination must only contain characters a-z, A-Z, 0-9, '_', '-', '/', '.'; leave out the \":*\" at its end.",
          ),
          fixes: replaceText(l10n.t('Leave out {0}', '":*"'), destination, destination.value.slice(0, -2)),
        },
      ];
    }),
};
